"""Stock Wagtail search on the same posts: what `update_index` would write, and what its search takes."""

import time
from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, connection, transaction
from wagtail.models import Locale
from wagtail.search.models import IndexEntry
from wagtail.search.query import PlainText

from blog.models import BlogPostPage
from core.models import SitePage

# A search that takes longer is broken off, and counts as so long.
MOST_SECONDS = 30
# search/migrations/0002_full_text.py adds them for the admin; stock Wagtail has neither.
ADDED = ("search_admin_entries", "search_admin_pages")


def fill() -> None:
    """Write what `update_index` would, at once, from the texts that our own index has read."""
    kind = ContentType.objects.get_for_model(BlogPostPage).pk
    if IndexEntry.objects.filter(content_type=kind).count() >= BlogPostPage.objects.count():
        return
    IndexEntry.objects.all().delete()
    postgres = connection.vendor == "postgresql"
    vector = "to_tsvector('simple', {})" if postgres else "{}"
    title = f"setweight({vector.format('title')}, 'A')" if postgres else "title"
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO wagtailsearch_indexentry (object_id, content_type_id, title, body, autocomplete, title_norm) "  # noqa: S608
            f"SELECT object_id, {kind}, {title}, {vector.format('text')}, {vector.format('title')}, 1.0 "
            "FROM search_searchdocument WHERE source = 'page'"
        )
        if postgres:
            cursor.execute("ANALYZE wagtailsearch_indexentry")


@contextmanager
def as_shipped():
    """Without the indexes that we add on PostgreSQL; they are back afterwards."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"DROP INDEX IF EXISTS {', '.join(ADDED)}")
                cursor.execute(f"SET LOCAL statement_timeout = '{MOST_SECONDS}s'")
        yield
        transaction.set_rollback(True)


def measure(language: str, words: list[str]) -> list[float]:
    """Return the milliseconds of each stock search: the number of results, and the first ten."""
    fill()
    locale = Locale.objects.get(language_code=language)
    with as_shipped():
        return [one(locale, word) for word in words]


def one(locale: Locale, word: str) -> float:
    begun = time.perf_counter()
    until = begun + MOST_SECONDS
    if connection.vendor == "sqlite":
        connection.connection.set_progress_handler(lambda: time.perf_counter() > until, 100_000)
    try:
        with transaction.atomic():
            pages = SitePage.objects.live().public().filter(locale=locale)
            found = pages.search(PlainText(word, operator="and"))
            found.count()
            list(found[:10])
    except DatabaseError:
        return MOST_SECONDS * 1000
    finally:
        if connection.vendor == "sqlite":
            connection.connection.set_progress_handler(None, 0)
    return (time.perf_counter() - begun) * 1000
