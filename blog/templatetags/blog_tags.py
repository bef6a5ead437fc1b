"""Addresses of the blog's listings, for cards and posts."""

from django import template

from blog.full_text import templates_of
from blog.models import BlogIndexPage
from core.addresses import index_url

register = template.Library()

# What stands inside a block of a feed is written by the templates for feeds, too.
register.filter("feed_templates", templates_of)


def listing_url(context, locale_id, path: str) -> str:
    blog = index_url(BlogIndexPage, locale_id, context.get("request"))
    return f"{blog}{path}" if blog else ""


@register.simple_tag(takes_context=True)
def category_url(context, category) -> str:
    """Return the address of a category's posts; empty without a category or a blog in its language."""
    return (
        listing_url(context, category.locale_id, f"category/{category.slug}/") if category else ""
    )


@register.simple_tag(takes_context=True)
def tag_url(context, tag) -> str:
    """Return the address of a tag's posts in the blog of the page that is shown."""
    page = context.get("page")
    return listing_url(context, page.locale_id, f"tag/{tag.slug}/") if page else ""
