"""Where a page leads and what it shows: read from its fields and blocks, each with the place where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model
from wagtail import blocks
from wagtail.blocks import StructValue
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.rich_text import RichText
from wagtail.rich_text.rewriters import extract_attrs

from core.advice import PARAGRAPH_WORDS
from core.blocks.links import TARGETS, LinkBlock
from core.streams import Placed, inside
from core.text import plain_text

FIRST_WORDS = 8
# Stands for a field of prose among blocks; one for all, because Wagtail keeps every block that is made.
PROSE = blocks.RichTextBlock()
ANCHOR = re.compile(r"<a(\b[^>]*)>(.*?)</a>", re.DOTALL)
PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)


@dataclass(frozen=True)
class Link:
    """A link to a page or a document, by key, or to an address; to none of them if its target is gone."""

    place: str
    page: int | None = None
    document: int | None = None
    address: str = ""
    text: str = ""


def contents(page: Model) -> Iterator[Placed]:
    """Yield everything that an editor has filled in on a page, fields of prose and blocks."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            stream = getattr(page, field.name)
            yield from inside(stream.stream_block, stream, field.name)
        elif isinstance(field, RichTextField):
            yield Placed(field.name, PROSE, RichText(getattr(page, field.name)))


def links_of(contents: list[Placed]) -> Iterator[Link]:
    """Yield the links in the order in which readers meet them."""
    read = {f"{place}.url" for place, block, _value in contents if isinstance(block, LinkBlock)}
    for place, block, value in contents:
        if isinstance(value, RichText):
            for attributes, words in ANCHOR.findall(value.source):
                yield prose_link(place, extract_attrs(attributes), plain_text(words))
        elif isinstance(block, LinkBlock):
            if link := block_link(place, block, value):
                yield link
        elif isinstance(block, blocks.URLBlock) and value and place not in read:
            yield Link(place, address=value)


def prose_link(place: str, attributes: dict[str, str], text: str) -> Link:
    key = attributes.get("id", "")
    if attributes.get("linktype") in ("page", "document") and key.isdecimal():
        return Link(place, **{attributes["linktype"]: int(key)}, text=text)
    return Link(place, address=attributes.get("href", ""), text=text)


def block_link(place: str, block: LinkBlock, value: StructValue) -> Link | None:
    """Return where a button leads; None if there is none, or it writes an e-mail."""
    if page := value.get("page"):
        return Link(f"{place}.page", page=page.pk, text=value.get("text") or "")
    if document := value.get("document"):
        return Link(f"{place}.document", document=document.pk)
    if address := value.get("url"):
        return Link(f"{place}.url", address=address)
    # What was deleted leaves nothing but the text.
    is_empty = not any(value.get(name) for name in TARGETS)
    if is_empty and (value.get("text") or block.meta.required):
        return Link(f"{place}.page", text=value.get("text") or "")
    return None


def pictures_without_alt(contents: list[Placed]) -> Iterator[tuple[str, str]]:
    """Yield place and title of pictures that neither say what they show nor that they are decoration."""
    for place, block, value in contents:
        is_picture = isinstance(block, ImageBlock) and value and not value.decorative
        if is_picture and not (value.contextual_alt_text or "").strip():
            yield f"{place}.alt_text", value.title


def long_paragraphs(contents: list[Placed]) -> Iterator[tuple[str, str]]:
    """Yield place and first words of paragraphs in which readers lose the thread."""
    for place, _block, value in contents:
        if isinstance(value, RichText):
            for paragraph in PARAGRAPH.findall(value.source):
                words = plain_text(paragraph).split()
                if len(words) > PARAGRAPH_WORDS:
                    yield place, " ".join(words[:FIRST_WORDS])
