"""`python -m bench.search relevance|rebuild|save|speed`: one part of `make bench-search`, on the database of DATABASE_URL."""

import json
import os
import sys
from pathlib import Path
from statistics import median

import django

django.setup()

from django.db import connection  # noqa: E402

from bench import cost, relevance, speed, stock  # noqa: E402
from bench.posts import furnish  # noqa: E402
from bench.server import FOLDER  # noqa: E402
from bench.table import HEAD, environment, row  # noqa: E402
from blog.models import BlogPostPage  # noqa: E402
from search.models import SearchDocument  # noqa: E402

LANGUAGE = "it"
POSTS = int(os.environ.get("POSTS", "100000"))
STOCK_QUERIES, TIMES_FASTER = 5, 10


def index() -> None:
    furnish(POSTS)
    if SearchDocument.objects.count() < BlogPostPage.objects.count():
        cost.whole()


def measure_relevance() -> list[bool]:
    data = relevance.load(Path(os.environ["RELEVANCE_SET"]))
    gains, empty = relevance.measure(data)
    good = [
        row(
            f"nDCG@10 {name} {code}",
            f"{value:.3f}",
            f"≥ {relevance.FLOORS[name, code]}",
            value >= relevance.FLOORS[name, code],
        )
        for (name, code), value in gains.items()
    ]
    return [
        *good,
        row("without a result", f"{empty:.2%}", "≤ 0.5 %", empty <= relevance.MOST_EMPTY),
    ]


def measure_rebuild() -> list[bool]:
    furnish(POSTS)
    here, there, peak = cost.whole()
    beside = f" (and {there:.2f} ms of the database server)" if there else ""
    value = f"{here:.2f} ms{beside}, {peak} MB at most"
    limit = cost.MOST_MS_A_DOCUMENT
    return [row("rebuild, CPU per document", value, f"≤ {limit} ms", here <= limit)]


def measure_save() -> list[bool]:
    """Print what a save costs here, and how much more that is than where it was measured with the fewest posts."""
    index()
    number, (elapsed, cpu) = BlogPostPage.objects.count(), cost.save()
    kept = FOLDER / f"saves.{connection.vendor}.json"
    known = json.loads(kept.read_text()) if kept.exists() else {}
    known[str(number)] = cpu
    kept.write_text(json.dumps(known))
    fewest = min(map(int, known))
    good = [
        row(
            "index cost of a save",
            f"{elapsed:.1f} ms, {cpu:.1f} ms of CPU",
            f"≤ {cost.MOST_MS_A_SAVE} ms",
            elapsed <= cost.MOST_MS_A_SAVE,
        )
    ]
    if fewest < number:
        ratio = cpu / known[str(fewest)]
        limit = cost.MOST_RATIO
        name = f"CPU of a save, beside {fewest} posts"
        good.append(row(name, f"{ratio:.2f} times", f"≤ {limit} times", ratio <= limit))
    return good


def measure_speed() -> list[bool]:
    index()
    times, largest = speed.measure(LANGUAGE)
    good = []
    for name, limit in speed.LIMITS.items():
        first, best = (times_of(times[name]) for times_of in (speed.first, speed.best))
        value = f"{median(first):.0f} / {speed.p95(first):.0f} ms, {median(best):.0f} / {speed.p95(best):.0f} ms"
        name = f"{name}, p50 / p95 at first and at best"
        good.append(row(name, value, f"≤ {limit} ms", speed.p95(first) <= limit))
    limit = speed.LARGEST_SUGGESTIONS
    good.append(row("largest suggestions", f"{largest} B", f"≤ {limit} B", largest <= limit))
    return [*good, *compare_with_stock(times)]


def compare_with_stock(times: dict[str, list[list[float]]]) -> list[bool]:
    good = []
    for name in ("rare", "common"):
        words = speed.words_asked(LANGUAGE, name)[:STOCK_QUERIES]
        slow = median(stock.measure(LANGUAGE, words))
        ratio = slow / speed.typical(times[name])
        value = f"{slow:.0f} ms, {ratio:.0f} times"
        wanted = f"≥ {TIMES_FASTER} times"
        good.append(row(f"stock Wagtail, {name}", value, wanted, ratio >= TIMES_FASTER))
    return good


PARTS = {
    "relevance": measure_relevance,
    "rebuild": measure_rebuild,
    "save": measure_save,
    "speed": measure_speed,
}

if __name__ == "__main__":
    print(f"\n{sys.argv[1]}: {environment()}\n\n{HEAD}", flush=True)
    good = PARTS[sys.argv[1]]()
    print(f"\nload at the end: {os.getloadavg()[0]:.1f}, {BlogPostPage.objects.count()} posts")
    sys.exit(0 if all(good) else 1)
