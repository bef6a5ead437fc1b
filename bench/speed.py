"""How long searches take over HTTP, on a server of its own, beside stock Wagtail search on the same posts."""

import http.client
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Locale
from wagtail.search.models import IndexEntry
from wagtail.search.query import PlainText

from blog.models import BlogPostPage
from core.models import SitePage
from search.models import SearchDocument, VocabularyWord

# Class of words -> in how many of a hundred thousand documents a word of it stands.
FREQUENCIES = {"rare": (3, 20), "mid": (500, 2500), "common": (20_000, 60_000)}
QUERIES = 40
# Class of requests -> the p95 that is accepted, in milliseconds.
LIMITS = {"rare": 60, "mid": 60, "three": 60, "common": 120, "suggest": 50}
LARGEST_SUGGESTIONS = 5000


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def queries(locale: Locale) -> dict[str, list[str]]:
    """Return words of each class, three words that some document has together, and beginnings of words."""
    rng, scale = random.Random(7), SearchDocument.objects.filter(locale=locale).count() / 60_000
    words = VocabularyWord.objects.filter(locale=locale).exclude(text="")
    found = {}
    for name, (least, most) in FREQUENCIES.items():
        some = words.filter(
            documents__range=(least if name == "rare" else least * scale, most * scale)
        )
        # Ordered, so that every database is asked the same.
        texts = sorted(text for text in some.values_list("text", flat=True) if len(text) > 3)
        found[name] = rng.sample(texts, min(QUERIES, len(texts)))
    keys = SearchDocument.objects.filter(locale=locale).order_by("object_id")
    texts = keys.values_list("text", flat=True)[: QUERIES * 50 : 50]
    long = [
        sorted({word for word in text.lower().strip(".").split() if len(word) > 5})
        for text in texts
    ]
    found["three"] = [" ".join(rng.sample(some, 3)) for some in long if len(some) > 3]
    found["suggest"] = [word[:length] for word in found["mid"] for length in (3, 5)][:QUERIES]
    return found


@contextmanager
def server() -> Iterator[tuple[str, int]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "WEB_CONCURRENCY": "2",
        "SEARCH_LIMIT": "0",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py", "config.wsgi"],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    for line in process.stderr or []:
        if "Listening at" in line:
            break
    try:
        yield "127.0.0.1", port
    finally:
        process.terminate()
        process.wait(timeout=30)


def ask(address: tuple[str, int], path: str, words: str) -> tuple[float, int]:
    """Return how many milliseconds an answer took, and its size."""
    client = http.client.HTTPConnection(*address, timeout=60)
    begun = time.perf_counter()
    client.request("GET", f"{path}?{urlencode({'q': words})}")
    response = client.getresponse()
    size = len(response.read())
    elapsed = (time.perf_counter() - begun) * 1000
    if response.status != 200:
        raise RuntimeError(f"{response.status} for {words!r}")
    return elapsed, size


def measure(language: str) -> tuple[dict[str, list[float]], int]:
    """Return the times of each class of requests, interleaved, and the size of the largest suggestions."""
    asked, times, largest = queries(Locale.objects.get(language_code=language)), {}, 0
    prefix = "" if language == "en" else f"/{language}"
    paths = {"suggest": f"{prefix}/search/suggest/"}
    with server() as address:
        # Each process reads templates and connects once; that is no search.
        for words in asked["rare"][:6]:
            ask(address, f"{prefix}/search/", words)
            ask(address, f"{prefix}/search/suggest/", words)
        for turn in range(QUERIES):
            for name, some in asked.items():
                if turn < len(some):
                    path = paths.get(name, f"{prefix}/search/")
                    elapsed, size = ask(address, path, some[turn])
                    times.setdefault(name, []).append(elapsed)
                    largest = max(largest, size) if name == "suggest" else largest
    return times, largest


def fill_stock() -> None:
    """Give stock Wagtail search the same posts: what update_index would write, written at once.

    Its own migrations leave two indexes out on PostgreSQL; here they are taken away again.
    """
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


def stock(language: str, asked: dict[str, list[str]], most: int = 5) -> dict[str, float]:
    """Return the median milliseconds of stock search for a rare and a common word: count and first ten."""
    fill_stock()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP INDEX IF EXISTS search_admin_entries, search_admin_pages")
    locale, medians = Locale.objects.get(language_code=language), {}
    for name in ("rare", "common"):
        times = []
        for words in asked[name][:most]:
            begun = time.perf_counter()
            pages = SitePage.objects.live().public().filter(locale=locale)
            found = pages.search(PlainText(words, operator="and"))
            list(found[:10])
            times.append((time.perf_counter() - begun) * 1000)
            if sum(times) > 120_000:
                break
        medians[name] = median(times)
    return medians
