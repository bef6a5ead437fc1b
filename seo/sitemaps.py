"""The sitemap: an index of parts, one per page type and language, each written while it is sent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

from django.apps import apps
from django.db.models import F, Max, QuerySet
from django.urls import reverse
from wagtail.models import Locale, Site

from core.models import SitePage, SiteRendition
from seo.languages import with_default
from seo.pictures import absolute
from seo.structured_data import IMAGE_SPECS

# A part holds the pages of one type and language whose keys lie within so many: found without counting those before
# them, and never moved to another part by a page that comes or goes. So few that each is written in well under two seconds.
KEYS_PER_PART = 2_500
AT_ONCE = 500
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)


@dataclass(frozen=True)
class Entry:
    """One address with what is known of it; all addresses are absolute."""

    location: str
    changed: datetime | None = None
    images: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)


def page_types() -> list[type[SitePage]]:
    models = [model for model in apps.get_models() if issubclass(model, SitePage)]
    return [model for model in models if model is not SitePage]


def pages_of(model: type[SitePage], language: str, site: Site) -> QuerySet:
    """The pages of a type in a language of the site, in an order that stays."""
    root = site.root_page.get_translations(inclusive=True).filter(locale__language_code=language)
    path = root.values_list("path", flat=True).first()
    pages = model.objects.for_sitemap().order_by("pk")
    return pages.filter(path__startswith=path) if path else pages.none()


def index(site: Site) -> Iterator[str]:
    """The addresses of all parts that hold anything, with the last change in each, as XML."""
    yield f"{HEAD}<sitemapindex {NAMESPACES}>\n"
    for language in Locale.objects.values_list("language_code", flat=True):
        for model in page_types():
            pages = pages_of(model, language, site).order_by()
            rows = pages.values_list(F("pk") / KEYS_PER_PART).annotate(Max("last_published_at"))
            for number, changed in sorted(rows):
                path = reverse("sitemap_part", args=[language, model._meta.model_name, number + 1])
                location = escape(site.root_url + path)
                # What a page lists may have changed after the page itself.
                known = lastmod(None if lists_others(model) else changed)
                yield f"<sitemap><loc>{location}</loc>{known}</sitemap>\n"
    yield "</sitemapindex>\n"


def lists_others(model: type[SitePage]) -> bool:
    return model.get_sitemap_urls is not SitePage.get_sitemap_urls


def within(pages: QuerySet, number: int) -> QuerySet:
    """Those of a part, numbered from 1."""
    return pages.filter(pk__gte=(number - 1) * KEYS_PER_PART, pk__lt=number * KEYS_PER_PART)


def part(pages: QuerySet, request) -> Iterator[str]:
    """The addresses of a part, as XML."""
    yield f"{HEAD}<urlset {NAMESPACES}>\n"
    chosen = pages.iterator(AT_ONCE)
    while some := list(islice(chosen, AT_ONCE)):
        yield "".join(written(entry) for entry in entries(some, request))
    yield "</urlset>\n"


def entries(pages: Iterable[SitePage], request) -> Iterator[Entry]:
    """What the sitemap says of these pages, with a constant number of queries."""
    pages = list(pages)
    images = images_of(pages, request)
    translations = translations_of(pages, request)
    for page in pages:
        own, *others = page.get_sitemap_urls(request)
        yield Entry(
            own["location"],
            own.get("lastmod"),
            images.get(page.pk, []),
            translations[page.translation_key],
        )
        for other in others:
            alternates = dict(with_default(other.get("alternates", {})))
            yield Entry(other["location"], other.get("lastmod"), alternates=alternates)


def images_of(pages: list[SitePage], request) -> dict[int, list[str]]:
    """The pictures of these pages, as far as anybody has seen them by now: to cut thousands takes hours."""
    shown = {page.pk: page.card_image.pk for page in pages if page.card_image}
    cut = SiteRendition.objects.filter(
        image__in=set(shown.values()), filter_spec__in=IMAGE_SPECS[:1]
    )
    addresses = {rendition.image_id: absolute(rendition.url, request) for rendition in cut}
    return {pk: [addresses[image]] for pk, image in shown.items() if image in addresses}


def translations_of(pages: list[SitePage], request) -> dict:
    """By translation key, the address in each language and where to send everyone else; empty if alone."""
    families: dict = {page.translation_key: {} for page in pages}
    family = SitePage.objects.indexable().filter(translation_key__in=list(families))
    for page in family.select_related("locale"):
        families[page.translation_key][page.locale.language_code] = page.get_full_url(request)
    return {key: dict(with_default(addresses)) for key, addresses in families.items()}


def written(entry: Entry) -> str:
    images = "".join(
        f"<image:image><image:loc>{escape(address)}</image:loc></image:image>"
        for address in entry.images
    )
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(address)}/>'
        for code, address in sorted(entry.alternates.items())
    )
    location = f"<loc>{escape(entry.location)}</loc>"
    return f"<url>{location}{lastmod(entry.changed)}{alternates}{images}</url>\n"


def lastmod(moment: datetime | None) -> str:
    return f"<lastmod>{moment.isoformat(timespec='seconds')}</lastmod>" if moment else ""
