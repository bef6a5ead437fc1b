"""Feeds as programs read them: one shape for RSS, Atom and JSON Feed."""

import datetime
import email.utils
import json
from dataclasses import dataclass

import feedparser
from bs4 import BeautifulSoup

from core.models import BrandSettings
from tests import factories
from tests.bodies import full_body

SCOPES = ["", "category/tools/", "tag/looms/", "author/ada/"]
KINDS = ["", "atom/", "json/"]
VARIANTS = [f"/blog/{scope}feed/{kind}" for scope in SCOPES for kind in KINDS]
SITE = "http://localhost"


@dataclass
class Item:
    id: str
    title: str
    link: str
    summary: str
    html: str
    published: datetime.datetime
    updated: datetime.datetime | None
    authors: list[tuple[str, str]]
    categories: list[str]
    enclosures: list[tuple[str, int, str]]

    @property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")


@dataclass
class Document:
    title: str
    home: str
    address: str
    language: str
    items: list[Item]


def read(client, address: str) -> Document:
    response = client.get(address)
    assert response.status_code == 200, address
    if address.endswith("json/"):
        return read_json(json.loads(response.content))
    return read_xml(response.content)


def read_xml(content: bytes) -> Document:
    # What a parser would mend must be right as it stands.
    parsed = feedparser.parse(content, resolve_relative_uris=False, sanitize_html=False)
    assert not parsed.bozo, parsed.get("bozo_exception")
    feed = parsed.feed
    selves = [link.href for link in feed.links if link.rel == "self"]
    assert len(selves) == 1
    return Document(
        feed.title,
        feed.link,
        selves[0],
        feed.language,
        [xml_item(entry) for entry in parsed.entries],
    )


def xml_item(entry) -> Item:
    return Item(
        id=entry.id,
        title=entry.title,
        link=entry.link,
        summary=BeautifulSoup(entry.get("summary", ""), "html.parser").get_text(),
        html=entry.content[0].value,
        published=moment(entry.published),
        updated=moment(entry.updated) if "updated" in entry else None,
        authors=[
            (author.get("name", ""), author.get("href", "")) for author in entry.get("authors", [])
        ],
        categories=[tag.term for tag in entry.get("tags", [])],
        enclosures=[(one.href, int(one.length), one.type) for one in entry.enclosures],
    )


def read_json(document: dict) -> Document:
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    return Document(
        document["title"],
        document["home_page_url"],
        document["feed_url"],
        document["language"],
        [json_item(item) for item in document["items"]],
    )


def json_item(item: dict) -> Item:
    return Item(
        id=item["id"],
        title=item["title"],
        link=item["url"],
        summary=item.get("summary", ""),
        html=item["content_html"],
        published=moment(item["date_published"]),
        updated=moment(item["date_modified"]),
        authors=[(author["name"], author.get("url", "")) for author in item.get("authors", [])],
        categories=item.get("tags", []),
        enclosures=[
            (one["url"], one["size_in_bytes"], one["mime_type"])
            for one in item.get("attachments", [])
        ],
    )


def moment(text: str) -> datetime.datetime:
    """Read a date of RFC 3339 or RFC 822, and refuse one without a time zone."""
    found = (
        datetime.datetime.fromisoformat(text)
        if text[:4].isdecimal()
        else email.utils.parsedate_to_datetime(text)
    )
    assert found.tzinfo, text
    return found


def make_post(blog, **fields):
    """A post with every block, two authors, a category and a tag, on the day it was published."""
    # A site that has been looked at once: the first look makes the record of its brand.
    BrandSettings.for_site(blog.get_site())
    image = factories.make_image(credit="Drawn by Ada")
    image.contextual_alt_text, image.decorative = "Threads on a loom", False
    ada = factories.PersonFactory(name="Ada Bianchi", slug="ada", short_bio="<p>Short life.</p>")
    post = factories.BlogPostPageFactory(
        parent=blog,
        lead="<p>The lead of it &lt;in short&gt;</p>",
        cover=image,
        cover_alt="Threads",
        cover_caption="Warp & weft",
        category=factories.CategoryFactory(name="Tools", slug="tools"),
        published_on=datetime.date(2026, 3, 12),
        body=full_body(blog, image, ada),
        **fields,
    )
    post.tags.add("Looms")
    post.save()
    return factories.sign(post, factories.PersonFactory(name="Bea Conti", slug="bea"), ada)
