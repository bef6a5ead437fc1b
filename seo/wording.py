"""The words for machines: what editors wrote, or what stands in for it, and where that is from."""

from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.models import SeoFields


class Source(TextChoices):
    WRITTEN = "written", _("written here")
    NAME = "name", _("the title or name")
    TEXT = "text", _("the lead, a short text, or how the text begins")
    MADE = "made", _("a sentence made of the title")
    SEARCH = "search", _("the same as for search engines")
    CHOSEN = "chosen", _("chosen here")
    OWN = "own", _("the picture of what the page is about")
    DRAWN = "drawn", _("drawn, for there is no picture that is large enough")


@dataclass(frozen=True)
class Wording:
    """`sources` says of each field that editors may fill in where its present words are from."""

    title: str
    description: str
    share_title: str
    share_description: str
    sources: dict[str, Source] = field(default_factory=dict)


def wording(record: SeoFields | None, name: str, text: str, site: str) -> Wording:
    """Every fallback of words: `name` and `text` are what the page or record says of itself."""
    title, title_from = first((Source.WRITTEN, written(record, "seo_title")), (Source.NAME, name))
    made = gettext("%(title)s: on the site of %(site)s.") % {"title": title, "site": site}
    description, description_from = first(
        (Source.WRITTEN, written(record, "search_description")),
        (Source.TEXT, text),
        (Source.MADE, made),
    )
    share_title, share_title_from = first(
        (Source.WRITTEN, written(record, "share_title")), (Source.SEARCH, title)
    )
    share_description, share_description_from = first(
        (Source.WRITTEN, written(record, "share_description")), (Source.SEARCH, description)
    )
    sources = {
        "seo_title": title_from,
        "search_description": description_from,
        "share_title": share_title_from,
        "share_description": share_description_from,
    }
    return Wording(title, description, share_title, share_description, sources)


def first(*candidates: tuple[Source, str]) -> tuple[str, Source]:
    """Return the first that says something, and where it is from; the last one if none does."""
    source, value = next((candidate for candidate in candidates if candidate[1]), candidates[-1])
    return value, source


def written(record: SeoFields | None, name: str):
    """What editors wrote for machines; empty where they wrote nothing, or there is nowhere to write."""
    return getattr(record, name, "")
