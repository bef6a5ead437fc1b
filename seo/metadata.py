"""What a page says of itself to machines, computed once per response with every fallback in one place."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from babel.core import get_global
from django.conf import settings
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core import frame
from core.models import SeoFields
from seo.cards import LONGEST_LINE, LONGEST_TITLE, Card
from seo.pictures import SharePicture, share_picture
from seo.settings import seo_of
from seo.structured_data import (
    breadcrumbs_node,
    organization_node,
    share_picture_node,
    website_node,
)
from seo.titles import DEFAULT, fill, template_for

LISTED = "max-image-preview:large"
# Dates of the English pages are written the British way.
COUNTRIES = {"en": "GB"}
# The home page stands here: only it proves whose site it is.
HOME_DEPTH = 2
# Inside a script element these could end it or open a comment.
JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True)
class FeedLink:
    """A feed that a reader’s program finds from a page."""

    title: str
    address: str
    media_type: str


@dataclass(frozen=True)
class Part:
    """What a response is about: a page, or a part of it with an absolute address of its own.

    `record` holds what editors wrote for machines, if there is one; the other fields are what is said where
    they wrote nothing. `trail` leads from the page to the part, as pairs of name and absolute address.
    """

    title: str
    address: str
    record: SeoFields | None = None
    description: str = ""
    picture: object | None = None
    og_type: str = "website"
    published_at: datetime | None = None
    modified_at: datetime | None = None
    authors: tuple[tuple[str, str], ...] = ()
    variables: dict[str, str] = field(default_factory=dict)
    nodes: tuple[dict, ...] = ()
    trail: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Metadata:
    """One response's metadata: `canonical` is absolute or empty, `alternates` pairs of hreflang and address."""

    title: str
    site_name: str
    description: str = ""
    canonical: str = ""
    robots: str = LISTED
    og_type: str = "website"
    locale: str = ""
    picture: SharePicture | None = None
    published_at: datetime | None = None
    modified_at: datetime | None = None
    authors: tuple[str, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    twin: str = ""
    share_title: str = ""
    share_description: str = ""
    verifications: dict[str, str] = field(default_factory=dict)
    nodes: tuple[dict, ...] = ()
    template: str = DEFAULT
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def full_title(self) -> str:
        """The title element: the page’s own title and the site’s name, once each."""
        return fill(self.template, self.title, self.site_name, self.variables)

    @property
    def other_locales(self) -> list[str]:
        """The languages of the other alternates, as Open Graph writes them."""
        here = (translation.get_language(), "x-default")
        return [open_graph_locale(code) for code, _address in self.alternates if code not in here]

    @property
    def json_ld(self) -> SafeString:
        graph = {"@context": "https://schema.org", "@graph": self.nodes}
        text = json.dumps(graph, ensure_ascii=False)
        return mark_safe(text.translate(JSON_ESCAPES))  # noqa: S308

    def numbered(self, number: int) -> "Metadata":
        """Return the metadata of a later page of the same list."""
        if number < 2:
            return self
        suffix = _("page %(number)s") % {"number": number}
        return replace(
            self,
            title=f"{self.title}, {suffix}",
            description=f"{self.description} ({suffix})" if self.description else "",
            share_title=f"{self.share_title}, {suffix}",
            canonical=f"{self.canonical}?page={number}",
            # Only the first pages are each other's translations.
            alternates=(),
            twin="",
        )


def describe(page, request, part: Part | None = None) -> Metadata:
    """Return the metadata of a page, of a part of it, or of a view without one, which search engines skip."""
    brand = frame.frame_of(request).brand
    locale = open_graph_locale(translation.get_language())
    if page is None:
        return Metadata(title=brand.name, site_name=brand.name, robots="noindex", locale=locale)
    part = part or whole(page, request, brand)
    seo, record = seo_of(request), part.record
    title = written(record, "seo_title") or part.title
    description = (
        written(record, "search_description")
        or part.description
        or _("%(title)s: on the site of %(site)s.") % {"title": title, "site": brand.name}
    )
    trail = [*trail_above(page, request), *part.trail]
    variables = {"section": trail[-2][0] if trail[1:] else ""} | part.variables
    share_title = written(record, "share_title") or title
    card = None if is_draft(page, request) else card_for(share_title, variables, brand)
    picture = share_picture(written(record, "share_image") or part.picture, card, request)
    return Metadata(
        title=title,
        site_name=brand.name,
        description=description,
        canonical=written(record, "canonical_url") or part.address,
        robots=robots(record or page, request),
        og_type=part.og_type,
        locale=locale,
        picture=picture,
        published_at=part.published_at,
        modified_at=part.modified_at,
        authors=tuple(address for _name, address in part.authors if address),
        alternates=alternates(page, request) if may_have_alternates(record or page) else (),
        feeds=page.feeds(request),
        twin=twin_of(part.address, page) if may_have_alternates(record or page) else "",
        share_title=share_title,
        share_description=written(record, "share_description") or description,
        verifications=seo.verifications if record == page and page.depth == HOME_DEPTH else {},
        nodes=(
            organization_node(brand, seo.contact_email, request),
            website_node(brand, request),
            *breadcrumbs_node(trail),
            *part.nodes,
            *share_picture_node(picture, part.address),
        ),
        template=template_for(
            seo.templates, (record or page)._meta.label_lower, translation.get_language() or ""
        ),
        variables=variables,
    )


def whole(page, request, brand) -> Part:
    """The page itself as what a response is about."""
    return Part(
        title=page.metadata_title or brand.name,
        address=page.get_full_url(request) or "",
        record=page,
        description=page.metadata_description,
        picture=page.share_picture,
        og_type=page.og_type,
        published_at=page.published_at,
        modified_at=page.modified_at,
        authors=tuple(page.authors(request)),
        variables=page.title_variables,
        nodes=tuple(page.structured_data(request)),
    )


def written(record: SeoFields | None, name: str):
    """What editors wrote for machines; empty where they wrote nothing, or there is nowhere to write."""
    return getattr(record, name, "")


def robots(record: SeoFields, request) -> str:
    hidden = record.noindex or is_preview(request) or settings.HIDE_FROM_SEARCH
    rules = ["noindex" if hidden else LISTED, *(["nofollow"] if record.nofollow else [])]
    return ", ".join(rules)


def twin_of(address: str, page) -> str:
    """Where the same stands as Markdown: /blog/post.md beside /blog/post/."""
    return f"{address}index.md" if page.depth == HOME_DEPTH else f"{address.rstrip('/')}.md"


def is_preview(request) -> bool:
    return bool(getattr(request, "is_preview", False))


def is_draft(page, request) -> bool:
    """Whether what is shown is not public: nothing of it is drawn at an address that anyone can open."""
    return is_preview(request) or not page.live


def card_for(title: str, variables: Mapping[str, str], brand) -> Card:
    kicker = variables.get("category") or variables["section"]
    byline = variables.get("author", "")
    # No more than a card can show: all of it stands in the address.
    return Card(title[:LONGEST_TITLE], kicker, byline[:LONGEST_LINE], brand.name, brand.accent)


def may_have_alternates(record: SeoFields) -> bool:
    """Search engines take alternates only from what they list under its own address."""
    return not record.noindex and not record.canonical_url


def trail_above(page, request) -> list[tuple[str, str]]:
    """Names and absolute addresses of the pages down to this one; empty for the home page."""
    if page.depth <= HOME_DEPTH:
        return []
    return [(step.title, step.get_full_url(request) or "") for step in (*page.breadcrumbs, page)]


def alternates(page, request) -> tuple[tuple[str, str], ...]:
    """The same page in each language, itself included, and where to send everyone else; empty if alone."""
    listed = {
        code
        for code, translated in page.public_translations.items()
        if not (translated.noindex or translated.canonical_url)
    }
    if translation.get_language() not in listed:
        return ()
    addresses = frame.alternate_urls(page, request)
    return with_default({code: url for code, url in addresses.items() if code in listed})


def with_default(addresses: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return pairs of hreflang and address, the default language for everyone else; empty for one language alone."""
    if len(addresses) < 2:
        return ()
    default = addresses.get(settings.LANGUAGE_CODE)
    return (*sorted(addresses.items()), *([("x-default", default)] if default else []))


def open_graph_locale(language: str) -> str:
    """Return a language as Open Graph writes it, such as it_IT: with the country where most people write it."""
    name, _hyphen, variant = language.partition("-")
    likely = get_global("likely_subtags")
    country = variant.upper() if len(variant) == 2 else ""
    full = likely.get(f"{name}_{variant.title()}") or likely.get(name, "")
    country = COUNTRIES.get(language) or country or full.rpartition("_")[2]
    return f"{name}_{country}" if country.isalpha() else ""
