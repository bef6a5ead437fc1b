"""How long searches take over HTTP, by kind of search."""

import random
from statistics import median

from wagtail.models import Locale

from bench.server import ask, server
from search.models import SearchDocument, VocabularyWord

# Kind of words -> in how many of a hundred thousand documents each of them stands.
FREQUENCIES = {"rare": (3, 20), "mid": (500, 2500), "common": (20_000, 60_000)}
QUERIES = 40
# Each is asked so often: the first time counts as it is, and the best of all tells what the search costs by itself
# where a machine has other work, too.
TIMES = 5
# Kind of requests -> the p95 that is accepted, in milliseconds. Every page of results has its facets and snippets.
LIMITS = {"rare": 60, "mid": 60, "three": 60, "common": 120, "narrowed": 250, "suggest": 50}
LARGEST_SUGGESTIONS = 5000


def p95(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def questions(locale: Locale) -> dict[str, list[dict[str, str]]]:
    """Return the parameters of every request by kind, the same for the same posts on every database."""
    rng = random.Random(7)
    words = {name: words_of(name, locale, rng) for name in FREQUENCIES}
    found = {name: [{"q": word} for word in some] for name, some in words.items()}
    found["three"] = [{"q": three} for three in threes(locale, rng)]
    found["narrowed"] = [
        {"q": word, "type": "post", "year": str(2017 + place % 8)}
        for place, word in enumerate(words["common"])
    ]
    starts = [word[:length] for word in words["mid"] for length in (3, 5)]
    found["suggest"] = [{"q": start} for start in starts[:QUERIES]]
    return found


def words_of(name: str, locale: Locale, rng: random.Random) -> list[str]:
    least, most = FREQUENCIES[name]
    scale = SearchDocument.objects.filter(locale=locale).count() / 100_000
    rows = VocabularyWord.objects.filter(locale=locale).exclude(text="")
    some = rows.filter(documents__range=(max(3, least * scale), max(20, most * scale)))
    texts = sorted(text for text in some.values_list("text", flat=True) if len(text) > 3)
    return rng.sample(texts, min(QUERIES, len(texts)))


def words_asked(language: str, name: str) -> list[str]:
    asked = questions(Locale.objects.get(language_code=language))
    return [query["q"] for query in asked[name]]


def threes(locale: Locale, rng: random.Random) -> list[str]:
    """Three words each that some document has together."""
    rows = SearchDocument.objects.filter(locale=locale).order_by("object_id")
    texts = rows.values_list("text", flat=True)[: QUERIES * 50 : 50]
    long = [
        sorted({word for word in text.lower().replace(".", " ").split() if len(word) > 5})
        for text in texts
    ]
    return [" ".join(rng.sample(some, 3)) for some in long if len(some) > 3]


def measure(language: str) -> tuple[dict[str, list[list[float]]], int]:
    """Return for each kind the times of each of its requests, and the size of the largest suggestions."""
    asked = questions(Locale.objects.get(language_code=language))
    times = {name: [[] for _query in some] for name, some in asked.items()}
    prefix, largest = "" if language == "en" else f"/{language}", 0
    with server() as address:
        # Each process reads templates and connects once; that is no search.
        for query in asked["rare"][:6]:
            ask(address, f"{prefix}/search/", **query)
            ask(address, f"{prefix}/search/suggest/", **query)
        for _time in range(TIMES):
            # The kinds take turns, so that what else the machine does falls on all of them alike.
            for turn in range(QUERIES):
                for name, some in asked.items():
                    if turn < len(some):
                        path = "suggest/" if name == "suggest" else ""
                        elapsed, size = ask(address, f"{prefix}/search/{path}", **some[turn])
                        times[name][turn].append(elapsed)
                        largest = max(largest, size) if name == "suggest" else largest
    return times, largest


def first(times: list[list[float]]) -> list[float]:
    return [some[0] for some in times]


def best(times: list[list[float]]) -> list[float]:
    return [min(some) for some in times]


def typical(times: list[list[float]]) -> float:
    return median(time for some in times for time in some)
