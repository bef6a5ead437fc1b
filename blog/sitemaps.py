"""What the sitemap says of the lists of a category’s and a tag’s posts, which are no pages."""

from collections import defaultdict

from django.db.models import Max
from wagtail.models import Locale

from blog.models.post import BlogPostPage
from blog.models.taxonomy import Category, Tag
from core.remembered import remembered


def listing_urls(blogs: dict[str, str], language: str, request) -> list[dict]:
    """Return those of one language that have posts; `blogs` are the addresses of all blogs, by language.

    They change when one of their posts does; their translations are those that have a post to show, too.
    """
    return [
        {
            "location": addresses[language],
            "lastmod": changed[language],
            "alternates": addresses,
        }
        for addresses, changed in families(blogs, remembered(request, "listings", rows))
        if language in addresses
    ]


def families(blogs: dict[str, str], rows) -> list[tuple[dict, dict]]:
    """Group rows of (what translations share, language, path, last change) into addresses and changes by language."""
    found = defaultdict(lambda: ({}, {}))
    for key, code, path, changed in rows:
        if code in blogs:
            addresses, changes = found[key]
            addresses[code], changes[code] = blogs[code] + path, changed
    return list(found.values())


def rows() -> list[tuple]:
    return [*categories(), *tags()]


def categories():
    records = {
        category.pk: category
        for category in Category.objects.filter(noindex=False, canonical_url="").order_by("slug")
    }
    for pk, code, changed in last_changes("category", records):
        category = records[pk]
        yield category.translation_key, code, f"category/{category.slug}/", changed


def tags():
    """Tags have no language, so each is listed where it has posts."""
    slugs = dict(Tag.objects.filter(noindex=False, canonical_url="").values_list("pk", "slug"))
    for pk, code, changed in last_changes("post_tags__tag", slugs):
        yield pk, code, f"tag/{slugs[pk]}/", changed


def last_changes(relation: str, wanted) -> list[tuple]:
    """Return rows of key, language and last change of a post, in the order of `wanted`; one pass over all posts."""
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    posts = BlogPostPage.objects.published().order_by()
    changes = posts.values_list(relation, "locale_id").annotate(changed=Max("last_published_at"))
    order = {pk: at for at, pk in enumerate(wanted)}
    found = [(pk, languages[locale], changed) for pk, locale, changed in changes if pk in order]
    return sorted(found, key=lambda row: order[row[0]])
