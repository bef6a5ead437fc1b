"""What the previews of search results and shared cards show beside plain metadata."""

from base64 import b64encode
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from django import template
from wagtail.models import Page

from seo import consequences
from seo.cards import Card, draw

register = template.Library()


@register.filter
@lru_cache(maxsize=32)
def drawn(card: Card) -> str:
    """Return a card as the address of itself: what nobody has published stands at no address of the site."""
    return f"data:image/png;base64,{b64encode(draw(card)).decode()}"


@register.simple_tag
def address_change(record) -> consequences.Change | None:
    """What publishing would do to public addresses, if the form holds another slug than readers know."""
    public = Page.objects.filter(pk=record.pk).first() if isinstance(record, Page) else None
    if public is None or public.slug == record.slug:
        return None
    return consequences.of_slug(public, record.slug)


@register.filter
def steps(address: str) -> str:
    """Return an address as search results write it: example.org › blog › post."""
    parts = urlsplit(address)
    return " › ".join([parts.netloc, *filter(None, unquote(parts.path).split("/"))])


@register.filter
def host(address: str) -> str:
    return urlsplit(address).hostname or ""
