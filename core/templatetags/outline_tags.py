"""The headings of the page that is shown, for its list of contents and for the blocks that carry them."""

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import RichText
from wagtail.templatetags.wagtailcore_tags import richtext

from core.outline import Outline, anchored, outline

register = template.Library()


@register.simple_tag(name="outline")
def outline_of(stream) -> Outline:
    return outline(stream)


@register.simple_tag(takes_context=True)
def prose(context, value: RichText) -> SafeString:
    """Render the text of a block; where the page has an outline, its headings get their addresses."""
    html = str(richtext(value))
    anchors = block_anchors(context)
    return mark_safe(anchored(html, anchors) if anchors else html)  # noqa: S308


@register.simple_tag(takes_context=True)
def block_anchor(context) -> str:
    """Return the address of a heading block; empty where the page has no outline, as in a feed."""
    return next(iter(block_anchors(context)), "")


def block_anchors(context) -> list[str]:
    shown = context.get("outline")
    return shown.anchors.get(context.get("id"), []) if shown else []
