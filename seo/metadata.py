"""What a page says of itself to machines, computed once per response with every fallback in one place."""

import json
from dataclasses import dataclass, field, replace
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core import frame
from seo.structured_data import breadcrumbs_node, organization_node, website_node

SHARE_WIDTH, SHARE_HEIGHT = 1200, 630
OPEN_GRAPH_LOCALES = {"en": "en_GB", "it": "it_IT"}
# Inside a script element these could end it or open a comment.
JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True)
class FeedLink:
    """A feed that a reader’s program finds from a page."""

    title: str
    address: str
    media_type: str


@dataclass(frozen=True)
class Metadata:
    """One response's metadata: `canonical` is absolute or empty, `alternates` pairs of hreflang and address."""

    title: str
    site_name: str
    description: str = ""
    canonical: str = ""
    robots: str = "max-image-preview:large"
    og_type: str = "website"
    locale: str = ""
    picture: object | None = None
    published_on: date | None = None
    updated_on: date | None = None
    alternates: tuple[tuple[str, str], ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    share_title: str = ""
    share_description: str = ""
    nodes: tuple[dict, ...] = field(default=())

    @property
    def full_title(self) -> str:
        """The title element: the page’s own title and the site’s name, once each."""
        return self.title if self.site_name in self.title else f"{self.title} – {self.site_name}"

    @property
    def json_ld(self) -> SafeString:
        graph = {"@context": "https://schema.org", "@graph": self.nodes}
        text = json.dumps(graph, ensure_ascii=False)
        return mark_safe(text.translate(JSON_ESCAPES))  # noqa: S308

    def about(
        self,
        title: str = "",
        description: str = "",
        address: str = "",
        og_type: str = "",
        picture=None,
        nodes: list[dict] | None = None,
        page_number: int = 1,
    ) -> "Metadata":
        """Return the metadata of a part of the page: a listing, its later pages, a profile."""
        changed = replace(
            self,
            title=title or self.title,
            description=description or self.description,
            share_title=title or self.share_title,
            share_description=description or self.share_description,
            canonical=address or self.canonical,
            og_type=og_type or self.og_type,
            picture=picture or self.picture,
            nodes=(*self.nodes, *(nodes or [])),
        )
        if page_number > 1:
            suffix = _("page %(number)s") % {"number": page_number}
            changed = replace(
                changed,
                title=f"{changed.title}, {suffix}",
                canonical=f"{changed.canonical}?page={page_number}",
            )
        return changed


def describe(page, request) -> Metadata:
    """Return the metadata of a page, or of a view without one, which is not for search engines."""
    brand = frame.frame_of(request).brand
    locale = OPEN_GRAPH_LOCALES.get(translation.get_language(), "")
    if page is None:
        return Metadata(title=brand.name, site_name=brand.name, robots="noindex", locale=locale)
    title = page.seo_title or page.metadata_title or brand.name
    address = page.get_full_url(request) or ""
    return Metadata(
        title=title,
        site_name=brand.name,
        description=page.card_summary,
        canonical=page.canonical_url or address,
        robots="noindex" if page.noindex or request_is_preview(request) else Metadata.robots,
        og_type="article" if hasattr(page, "byline") else "website",
        locale=locale,
        picture=page.share_picture,
        published_on=page.card_date,
        updated_on=page.updated_on,
        alternates=() if page.noindex else alternates(page, request),
        feeds=page.feeds(request),
        share_title=page.share_title or title,
        share_description=page.share_description or page.card_summary,
        nodes=(
            organization_node(brand, request),
            website_node(brand, request),
            *breadcrumbs_node(page, request),
            *page.structured_data(request),
        ),
    )


def alternates(page, request) -> tuple[tuple[str, str], ...]:
    """The same page in each language, itself included, and where to send everyone else; empty if alone."""
    addresses = frame.alternate_urls(page, request)
    if len(addresses) < 2:
        return ()
    default = addresses.get(settings.LANGUAGE_CODE)
    return (*sorted(addresses.items()), *([("x-default", default)] if default else []))


def request_is_preview(request) -> bool:
    return bool(getattr(request, "is_preview", False))
