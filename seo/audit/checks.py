"""The checks of one page: each is a function from what is known of it to what is wrong."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.advice import SEARCH_DESCRIPTION, SEARCH_TITLE, is_vague
from seo.audit.facts import PageFacts
from seo.audit.registry import Hit, page_check
from seo.audit.targets import State
from seo.models import Owner, Severity
from seo.widths import pixel_width

FEWEST_WORDS = 120
STALE = timedelta(days=2 * 365)
VAGUE = frozenset(
    {"blog", "home", "home page", "homepage", "index", "page", "pagina", "post", "untitled"}
)


@page_check("title-missing", Severity.ERROR, Owner.DEVELOPER, _("The title is empty."))
def title_missing(facts: PageFacts) -> Iterator[Hit]:
    if not facts.title.strip():
        yield Hit(place="title")


@page_check("title-vague", Severity.NOTICE, Owner.SEO, _("The title says nothing of the page."))
def title_vague(facts: PageFacts) -> Iterator[Hit]:
    if facts.is_indexable and facts.own_title.strip().lower() in VAGUE:
        yield Hit(facts.own_title, "seo_title")


@page_check("title-long", Severity.NOTICE, Owner.SEO, _("The title is cut off in search results."))
def title_long(facts: PageFacts) -> Iterator[Hit]:
    if facts.is_indexable and pixel_width(facts.title) > SEARCH_TITLE.pixels:
        yield Hit(facts.title, "seo_title")


@page_check("description-missing", Severity.WARNING, Owner.SEO, _("There is no description."))
def description_missing(facts: PageFacts) -> Iterator[Hit]:
    if facts.is_indexable and not facts.described:
        yield Hit(place="search_description")


@page_check("description-short", Severity.NOTICE, Owner.SEO, _("The description is very short."))
def description_short(facts: PageFacts) -> Iterator[Hit]:
    if facts.is_indexable and facts.described and len(facts.description) < SEARCH_DESCRIPTION.least:
        yield Hit(facts.description, "search_description")


@page_check(
    "description-long",
    Severity.NOTICE,
    Owner.SEO,
    _("The description is cut off in search results."),
)
def description_long(facts: PageFacts) -> Iterator[Hit]:
    if facts.is_indexable and len(facts.description) > SEARCH_DESCRIPTION.most:
        yield Hit(facts.description, "search_description")


@page_check("thin", Severity.WARNING, Owner.EDITOR, _("There is little to read."))
def thin(facts: PageFacts) -> Iterator[Hit]:
    is_text = facts.holds_text and facts.is_indexable and not facts.is_home
    if is_text and facts.words < FEWEST_WORDS:
        yield Hit(f"{facts.words} / {FEWEST_WORDS}", "body")


@page_check(
    "alt-missing",
    Severity.ERROR,
    Owner.EDITOR,
    _("A picture has no description for those who cannot see it."),
)
def alt_missing(facts: PageFacts) -> Iterator[Hit]:
    for place, title in facts.pictures:
        yield Hit(title, place)


@page_check(
    "link-missing", Severity.ERROR, Owner.EDITOR, _("A link leads to something that was deleted.")
)
def link_missing(facts: PageFacts) -> Iterator[Hit]:
    yield from links_that_are(State.MISSING, facts)


@page_check(
    "link-closed", Severity.ERROR, Owner.EDITOR, _("A link leads to a page that is not public.")
)
def link_closed(facts: PageFacts) -> Iterator[Hit]:
    yield from links_that_are(State.CLOSED, facts)


@page_check(
    "link-not-found",
    Severity.ERROR,
    Owner.EDITOR,
    _("A link leads to an address of this site where nothing is."),
)
def link_not_found(facts: PageFacts) -> Iterator[Hit]:
    yield from links_that_are(State.NOT_FOUND, facts)


@page_check(
    "link-failing", Severity.ERROR, Owner.DEVELOPER, _("A link leads to a page that fails.")
)
def link_failing(facts: PageFacts) -> Iterator[Hit]:
    yield from links_that_are(State.FAILING, facts)


@page_check(
    "link-redirected",
    Severity.NOTICE,
    Owner.EDITOR,
    _("A link leads to an old address, from where readers are sent on."),
)
def link_redirected(facts: PageFacts) -> Iterator[Hit]:
    yield from links_that_are(State.REDIRECTED, facts)


def links_that_are(state: State, facts: PageFacts) -> Iterator[Hit]:
    for link, found in facts.links:
        if found is state:
            yield Hit(link.address or link.text, link.place)


@page_check(
    "link-vague",
    Severity.NOTICE,
    Owner.EDITOR,
    _("The words of a link do not say where it leads."),
)
def link_vague(facts: PageFacts) -> Iterator[Hit]:
    for link, _state in facts.links:
        if link.text and is_vague(link.text):
            yield Hit(link.text, link.place)


@page_check(
    "paragraph-long",
    Severity.NOTICE,
    Owner.EDITOR,
    _("A paragraph is so long that readers lose the thread."),
)
def paragraph_long(facts: PageFacts) -> Iterator[Hit]:
    for place, words in facts.long_paragraphs:
        yield Hit(f"{words} …", place)


@page_check("orphan", Severity.WARNING, Owner.EDITOR, _("Nothing leads to this page."))
def orphan(facts: PageFacts) -> Iterator[Hit]:
    if facts.is_indexable and not (facts.inbound or facts.is_home or facts.page.is_listed):
        yield Hit()


@page_check(
    "only-listed", Severity.NOTICE, Owner.EDITOR, _("Only lists lead here; no text links to it.")
)
def only_listed(facts: PageFacts) -> Iterator[Hit]:
    if facts.is_indexable and facts.page.is_listed and not facts.inbound:
        yield Hit()


@page_check(
    "stale", Severity.NOTICE, Owner.EDITOR, _("Nobody has changed this for two years or more.")
)
def stale(facts: PageFacts) -> Iterator[Hit]:
    if facts.is_indexable and facts.changed and facts.changed < timezone.now() - STALE:
        yield Hit(facts.changed.date().isoformat())
