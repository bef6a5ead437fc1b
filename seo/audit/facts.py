"""What the audit knows of a page, gathered for a batch of pages in a number of queries that does not grow with it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.utils import translation
from wagtail.fields import StreamField
from wagtail.models import Site

from core.models import BrandSettings, SitePage
from core.models.pages import TOP_LEVEL
from core.streams import fill_streams
from seo.audit.inbound import inbound_counts
from seo.audit.links import Link, contents, links_of, long_paragraphs, pictures_without_alt
from seo.audit.targets import State, Targets
from seo.breadcrumbs import set_breadcrumbs
from seo.settings import SiteSeo, settings_of
from seo.sitemaps import lists_others
from seo.titles import fill, template_for
from seo.wording import Source
from seo.wording import wording as words_for


@dataclass
class PageFacts:
    """`own_title` is the title without what the template adds; `described` whether anybody wrote a description,
    or a text that it can be taken from; `pictures` are places and titles of those without an alternative text,
    `long_paragraphs` places and first words.
    """

    page: SitePage
    title: str = ""
    own_title: str = ""
    description: str = ""
    described: bool = True
    words: int = 0
    holds_text: bool = False
    pictures: list[tuple[str, str]] = field(default_factory=list)
    long_paragraphs: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[Link, State]] = field(default_factory=list)
    inbound: int = 0
    changed: datetime | None = None

    @property
    def is_home(self) -> bool:
        return self.page.depth < TOP_LEVEL

    @property
    def is_indexable(self) -> bool:
        return not (self.page.noindex or self.page.canonical_url)


@dataclass(frozen=True)
class Surroundings:
    """What is the same for all pages."""

    site: Site
    brand: str
    seo: SiteSeo

    @classmethod
    def now(cls) -> "Surroundings":
        site = Site.objects.get(is_default_site=True)
        return cls(site, BrandSettings.for_site(site).name, settings_of(site))


def facts_of(keys: list[int], around: Surroundings) -> Iterator[PageFacts]:
    """Yield the facts of these pages."""
    yield from facts_about(whole_pages(keys), around)


def facts_about(pages: list[SitePage], around: Surroundings) -> Iterator[PageFacts]:
    """Yield the facts of pages as they are given, drafts too."""
    read = {page.pk: list(contents(page)) for page in pages}
    links = {pk: list(links_of(some)) for pk, some in read.items()}
    targets = Targets((link for some in links.values() for link in some), around.site)
    inbound = inbound_counts(pages)
    for page in pages:
        with translation.override(page.locale.language_code):
            facts = wording(page, around)
        facts.pictures = list(pictures_without_alt(read[page.pk]))
        facts.long_paragraphs = list(long_paragraphs(read[page.pk]))
        facts.links = [(link, targets.state(link, page.locale_id)) for link in links[page.pk]]
        facts.inbound = inbound.get(page.pk, 0)
        yield facts


def whole_pages(keys: list[int]) -> list[SitePage]:
    """Fetch pages of all types with their streams and the pages above them."""
    pages = []
    kinds = defaultdict(list)
    for pk, kind in SitePage.objects.filter(pk__in=keys).values_list("pk", "content_type"):
        kinds[kind].append(pk)
    for kind, some in kinds.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        found = list(model.objects.for_audit().filter(pk__in=some).select_related("locale"))
        for stream in model._meta.get_fields():
            if isinstance(stream, StreamField):
                fill_streams(found, stream)
        pages += found
    set_breadcrumbs(pages)
    return sorted(pages, key=lambda page: page.pk)


def wording(page: SitePage, around: Surroundings) -> PageFacts:
    """What machines read of a page: the title with its template, and the description."""
    name = page.metadata_title or around.brand
    said = words_for(page, name, page.metadata_description, around.brand)
    section = [step.title for step in page.breadcrumbs][-1:]
    language = page.locale.language_code
    template = template_for(around.seo.templates, page._meta.label_lower, language)
    return PageFacts(
        page,
        title=fill(
            template, said.title, around.brand, {"section": "".join(section)} | page.title_variables
        ),
        own_title=said.title,
        description=said.description,
        described=said.sources["search_description"] is not Source.MADE,
        words=len(page.words.split()),
        holds_text=hasattr(page, "body") and not lists_others(type(page)),
        changed=page.last_published_at,
    )
