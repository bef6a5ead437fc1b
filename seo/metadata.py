"""What a page says of itself to machines, computed once per response with every fallback in one place."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core import frame
from core.models import SeoFields
from seo.cards import LONGEST_LINE, LONGEST_TITLE, Card
from seo.languages import alternates, may_have_alternates, open_graph_locale
from seo.pictures import SharePicture, share_picture
from seo.settings import seo_of
from seo.structured_data import (
    breadcrumbs_node,
    organization_node,
    share_picture_node,
    website_node,
)
from seo.titles import DEFAULT, fill, template_for
from seo.wording import Source, wording, written

LISTED = "max-image-preview:large"
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
    # For editors: what would be drawn, and where each of the above comes from, by the field to change it in.
    card: Card | None = None
    sources: dict[str, Source] = field(default_factory=dict)

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
    words = wording(record, part.title, part.description, brand.name)
    trail = [*trail_above(page, request), *part.trail]
    variables = {"section": trail[-2][0] if trail[1:] else ""} | part.variables
    card = card_for(words.share_title, variables, brand)
    chosen = written(record, "share_image")
    public_card = None if is_draft(page, request) else card
    picture = share_picture(chosen or part.picture, public_card, request)
    is_own = picture is not None and not picture.is_drawn
    return Metadata(
        title=words.title,
        site_name=brand.name,
        description=words.description,
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
        share_title=words.share_title,
        share_description=words.share_description,
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
        card=card,
        sources=words.sources | {"share_image": picture_source(is_own, bool(chosen))},
    )


def picture_source(is_own: bool, is_chosen: bool) -> Source:
    if not is_own:
        return Source.DRAWN
    return Source.CHOSEN if is_chosen else Source.OWN


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


def trail_above(page, request) -> list[tuple[str, str]]:
    """Names and absolute addresses of the pages down to this one; empty for the home page."""
    if page.depth <= HOME_DEPTH:
        return []
    return [(step.title, step.get_full_url(request) or "") for step in (*page.breadcrumbs, page)]
