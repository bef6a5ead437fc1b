"""How a feed is written as JSON Feed 1.1."""

import json

from django.utils.feedgenerator import rfc3339_date

from blog.feeds import Entry, Feed, Picture

VERSION = "https://jsonfeed.org/version/1.1"


def write_json(feed: Feed) -> str:
    document = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "description": feed.description,
        "icon": feed.logo or feed.icon,
        "favicon": feed.icon,
        "language": feed.language,
        "authors": authors_json([feed.publisher]),
        "items": [entry_json(entry) for entry in feed.entries],
    }
    return json.dumps(without_empty(document, "items"), ensure_ascii=False)


def entry_json(entry: Entry) -> dict:
    picture = entry.picture
    return without_empty(
        {
            "id": entry.id,
            "url": entry.address,
            "title": entry.title,
            "content_html": entry.html,
            "summary": entry.summary,
            "image": picture.address if picture else "",
            "date_published": rfc3339_date(entry.published),
            "date_modified": rfc3339_date(entry.updated),
            "authors": authors_json(entry.authors),
            "tags": entry.categories,
            "attachments": [attachment_json(picture)] if picture else [],
        },
        "content_html",
    )


def authors_json(authors) -> list[dict]:
    return [without_empty({"name": author.name, "url": author.address}) for author in authors]


def attachment_json(picture: Picture) -> dict:
    return {
        "url": picture.address,
        "mime_type": picture.media_type,
        "size_in_bytes": picture.length,
    }


def without_empty(fields: dict, *required: str) -> dict:
    return {name: value for name, value in fields.items() if value or name in required}
