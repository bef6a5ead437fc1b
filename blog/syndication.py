"""How a feed is written and announced: RSS 2.0, Atom 1.0, and JSON Feed beside them."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from django.utils.feedgenerator import (
    Atom1Feed,
    Enclosure,
    Rss201rev2Feed,
    Stylesheet,
)
from django.utils.xmlutils import SimplerXMLGenerator

from blog.feeds import Feed, Picture
from blog.json_feed import write_json
from core.frame import frame_of
from seo.metadata import FeedLink

XML = "application/xml"


class RssFeed(Rss201rev2Feed):
    def latest_post_date(self):
        return self.feed["updated"]

    def rss_attributes(self):
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xml:lang": self.feed["language"],
        }

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        if address := self.feed["logo"] or self.feed["icon"]:
            handler.startElement("image", {})
            handler.addQuickElement("url", address)
            handler.addQuickElement("title", self.feed["title"])
            handler.addQuickElement("link", self.feed["link"])
            handler.endElement("image")

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            handler.addQuickElement("dc:creator", author.name)
        handler.addQuickElement("content:encoded", item["html"])


class AtomFeed(Atom1Feed):
    def latest_post_date(self):
        return self.feed["updated"]

    def write(self, outfile, encoding):
        # Django gives stylesheets to RSS alone; what writes the root element can write them before it.
        handler = SimplerXMLGenerator(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        for stylesheet in self.feed["stylesheets"] or ():
            handler.processingInstruction("xml-stylesheet", stylesheet)
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        for name in ("icon", "logo"):
            if self.feed[name]:
                handler.addQuickElement(name, self.feed[name])

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", author.name)
            if author.address:
                handler.addQuickElement("uri", author.address)
            handler.endElement("author")
        handler.addQuickElement("content", item["html"], {"type": "html"})


def write_xml(generator: type[RssFeed] | type[AtomFeed], feed: Feed) -> str:
    document = generator(
        title=feed.title,
        link=feed.home,
        description=feed.description,
        subtitle=feed.description,
        language=feed.language,
        author_name=feed.publisher.name,
        author_link=feed.publisher.address,
        feed_url=feed.address,
        feed_guid=feed.id,
        stylesheets=[Stylesheet(address, "text/css", None) for address in feed.stylesheets],
        updated=feed.updated,
        icon=feed.icon,
        logo=feed.logo,
    )
    for entry in feed.entries:
        document.add_item(
            title=entry.title,
            link=entry.address,
            # Both formats take it for HTML.
            description=escape(entry.summary, quote=False) or None,
            pubdate=entry.published,
            updateddate=entry.updated,
            unique_id=entry.id,
            unique_id_is_permalink=False,
            categories=entry.categories,
            enclosures=[enclosure(entry.picture)] if entry.picture else (),
            authors=entry.authors,
            html=entry.html,
        )
    return document.writeString("utf-8")


def enclosure(picture: Picture) -> Enclosure:
    return Enclosure(picture.address, str(picture.length), picture.media_type)


def write_rss(feed: Feed) -> str:
    return write_xml(RssFeed, feed)


def write_atom(feed: Feed) -> str:
    return write_xml(AtomFeed, feed)


@dataclass(frozen=True)
class Format:
    """`shown_as` is the media type by which a browser shows it to a person, with its stylesheet."""

    label: str
    media_type: str
    shown_as: str
    write: Callable[[Feed], str]

    def preferred_type(self, request) -> str:
        # Chromium shows RSS and Atom as source. A browser asks for XML by name, a reader for feeds or anything.
        return request.get_preferred_type([self.media_type, self.shown_as]) or self.media_type


# By the part of the address that follows "feed/".
FORMATS = {
    "": Format("RSS", "application/rss+xml", XML, write_rss),
    "atom": Format("Atom", "application/atom+xml", XML, write_atom),
    "json": Format("JSON Feed", "application/feed+json", "application/json", write_json),
}


def feed_path(kind: str) -> str:
    """Return where a listing has its feed of a kind, relative to its own address."""
    return f"feed/{kind}/" if kind else "feed/"


def feed_links(request, title: str, address: str) -> tuple[FeedLink, ...]:
    """Return what announces the feeds of the listing at an address, in each format."""
    name = frame_of(request).brand.name
    return tuple(
        FeedLink(
            f"{name} · {title} ({written.label})",
            f"{address}{feed_path(kind)}",
            written.media_type,
        )
        for kind, written in FORMATS.items()
    )


def feeds_of_post(post, request) -> tuple[FeedLink, ...]:
    """Return what announces the feeds that a post stands in: its blog's and its category's."""
    if not post.breadcrumbs:
        return ()
    blog = post.breadcrumbs[-1]
    address = blog.get_url(request)
    links = feed_links(request, blog.title, address)
    if post.category:
        category = f"{address}category/{post.category.slug}/"
        links += feed_links(request, post.category.name, category)
    return links
