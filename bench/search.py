"""`python -m bench.search relevance|speed|save`: one part of `make bench-search`, on the database of DATABASE_URL."""

import os
import platform
import sys
from pathlib import Path
from statistics import median

import django

django.setup()

from django.db import connection  # noqa: E402
from wagtail.models import Locale  # noqa: E402

from bench import cost, relevance, speed  # noqa: E402
from blog.models import BlogIndexPage, BlogPostPage  # noqa: E402
from demo.invented import PostGenerator  # noqa: E402
from home.models import HomePage  # noqa: E402
from search.models import SearchDocument  # noqa: E402

LANGUAGE = "it"


def row(name: str, value: str, limit: str, is_good: bool) -> bool:
    print(f"| {name} | {value} | {limit} | {'yes' if is_good else '**no**'} |")
    return is_good


def environment() -> str:
    with connection.cursor() as cursor:
        asked = (
            "SHOW server_version"
            if connection.vendor == "postgresql"
            else "SELECT sqlite_version()"
        )
        cursor.execute(asked)
        version = cursor.fetchone()[0]
    return f"{connection.vendor} {version}, Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"


def furnish(posts: int) -> None:
    """Make the blogs and as many posts as are missing, and index them where that is missing."""
    for home in HomePage.objects.all():
        if not BlogIndexPage.objects.child_of(home).exists():
            home.add_child(instance=BlogIndexPage(title="Blog", slug="blog", locale=home.locale))
    if not BlogPostPage.objects.exists():
        for done in PostGenerator().generate(posts):
            print(f"\r  {done} posts", end="", flush=True)
        print()


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


def measure_speed() -> list[bool]:
    furnish(int(os.environ.get("POSTS", "100000")))
    good = []
    if SearchDocument.objects.count() < BlogPostPage.objects.count():
        cpu, peak = cost.whole()
        good.append(
            row(
                "rebuild, CPU per document",
                f"{cpu:.2f} ms, {peak} MB",
                "≤ 2 ms",
                cpu <= cost.MOST_MS_A_DOCUMENT,
            )
        )
    times, largest = speed.measure(LANGUAGE)
    for name, some in times.items():
        high = speed.percentile(some, 0.95)
        good.append(
            row(
                f"{name}, p50 / p95",
                f"{median(some):.0f} / {high:.0f} ms",
                f"≤ {speed.LIMITS[name]} ms",
                high <= speed.LIMITS[name],
            )
        )
    good.append(
        row("largest suggestions", f"{largest} B", "≤ 5 kB", largest <= speed.LARGEST_SUGGESTIONS)
    )
    good.append(measure_save())
    asked = speed.queries(Locale.objects.get(language_code=LANGUAGE))
    for name, stock in speed.stock(LANGUAGE, asked).items():
        ratio = stock / median(times[name])
        good.append(
            row(
                f"stock Wagtail, {name}",
                f"{stock:.0f} ms, {ratio:.0f} times",
                "≥ 10 times",
                ratio >= 10,
            )
        )
    return good


def measure_save() -> bool:
    elapsed = cost.save()
    return row(
        f"index cost of a save at {SearchDocument.objects.count()}",
        f"{elapsed:.1f} ms",
        "≤ 30 ms",
        elapsed <= cost.MOST_MS_A_SAVE,
    )


def measure_small() -> list[bool]:
    furnish(2000)
    if SearchDocument.objects.count() < BlogPostPage.objects.count():
        cost.whole()
    return [measure_save()]


PARTS = {"relevance": measure_relevance, "speed": measure_speed, "save": measure_small}

if __name__ == "__main__":
    print(
        f"\n{sys.argv[1]}: {environment()}\n\n| what | measured | wanted | met |\n|---|---|---|---|"
    )
    sys.exit(0 if all(PARTS[sys.argv[1]]()) else 1)
