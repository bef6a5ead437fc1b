"""A feed before it is written in any format: what it says, all addresses absolute."""

import datetime
import re
from dataclasses import dataclass
from urllib.parse import urljoin
from uuid import UUID, uuid5

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation

from blog.full_text import full_texts
from core.frame import frame_of
from people.addresses import profile_url

ITEMS = 20
BEGINNING = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
# As the head, the header and the cover of a page have them already.
ICON, LOGO, COVER = "fill-180x180|format-png", "max-480x96", "format-jpeg|width-1600"
# What XML 1.0 has no way to write, not even as a reference.
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Author:
    name: str
    address: str


@dataclass(frozen=True)
class Picture:
    address: str
    length: int
    width: int
    height: int
    media_type: str = "image/jpeg"


@dataclass(frozen=True)
class Entry:
    id: str
    title: str
    address: str
    summary: str
    html: str
    published: datetime.datetime
    updated: datetime.datetime
    authors: tuple[Author, ...]
    categories: tuple[str, ...]
    picture: Picture | None


@dataclass(frozen=True)
class Feed:
    """`address` is the feed's own, `home` that of the page which lists the same."""

    id: str
    title: str
    description: str
    language: str
    address: str
    home: str
    publisher: Author
    icon: str
    logo: str
    updated: datetime.datetime
    stylesheets: tuple[str, ...]
    entries: tuple[Entry, ...]


def compose(blog, listing, address: str, posts: list, request) -> Feed:
    """Return the feed of these posts, the newest of a listing, that stands at an address."""
    base, brand = blog.get_full_url(request), frame_of(request).brand
    entries = tuple(entries_of(posts, request, base))
    return Feed(
        id=stable_id(blog.translation_key, listing.path),
        title=writable(f"{brand.name} · {listing.title}"),
        description=writable(listing.description or blog.card_summary or listing.title),
        language=translation.get_language(),
        address=address,
        home=urljoin(base, listing.home or listing.path),
        publisher=Author(writable(brand.name), urljoin(base, reverse("wagtail_serve", args=[""]))),
        icon=picture_address(brand.favicon, ICON, base),
        logo=picture_address(brand.logo, LOGO, base),
        updated=max(
            (entry.updated for entry in entries), default=blog.last_published_at or BEGINNING
        ),
        stylesheets=(static("css/feed.css"), brand.stylesheet_url),
        entries=entries,
    )


def entries_of(posts: list, request, base: str):
    pictures = [cover_of(post, base) for post in posts]
    for post, picture, html in zip(
        posts, pictures, full_texts(posts, pictures, request), strict=True
    ):
        published = post.published_at or BEGINNING
        yield Entry(
            id=stable_id(post.translation_key),
            title=writable(post.title),
            address=post.get_full_url(request),
            summary=writable(post.card_summary),
            html=writable(html),
            published=published,
            updated=max(published, post.last_published_at or published),
            authors=tuple(
                Author(writable(person.name), urljoin(base, url) if url else "")
                for person in post.byline
                for url in [profile_url(person, request)]
            ),
            categories=tuple(categories_of(post)),
            picture=picture,
        )


def stable_id(key: UUID, part: str = "") -> str:
    """Return an id that outlives a new title, slug or domain, as an address would not.

    Translations share the key, so the language is part of the id.
    """
    return uuid5(key, f"{translation.get_language()}/{part}").urn


def writable(text: str) -> str:
    return UNWRITABLE.sub("", text)


def categories_of(post):
    names = [post.category.name] if post.category else []
    names += [row.tag.name for row in post.post_tags.all()]
    return dict.fromkeys(filter(None, map(writable, names)))


def cover_of(post, base: str) -> Picture | None:
    """Return the cover as every reader can show it; None if there is none, or its file is lost."""
    if post.cover is None:
        return None
    try:
        rendition = post.cover.get_rendition(COVER)
        length = rendition.file.size
    except OSError:
        return None
    return Picture(urljoin(base, rendition.url), length, rendition.width, rendition.height)


def picture_address(image, spec: str, base: str) -> str:
    try:
        return urljoin(base, image.get_rendition(spec).url) if image else ""
    except OSError:
        return ""
