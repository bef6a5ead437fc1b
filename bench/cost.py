"""What the index costs: saving one page, and reading everything again."""

import os
import resource
import time
from pathlib import Path
from statistics import median

from django.db import connection

from blog.models import BlogPostPage
from search.indexing import refresh
from search.models import SearchDocument
from search.rebuilding import rebuild

SAVES = 100
MOST_MS_A_SAVE, MOST_MS_A_DOCUMENT, MOST_RATIO = 30, 2, 1.5


def database_cpu() -> float:
    """Seconds of CPU of the server process behind the connection, if it is on this machine; SQLite has none."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [process] = cursor.fetchone()
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def save() -> tuple[float, float]:
    """Return what the index adds to saving a post whose text has changed: milliseconds of time and of CPU.

    The time is the median, the CPU the mean, that of the database included.
    """
    keys = BlogPostPage.objects.order_by("pk").values_list("pk", flat=True)[: SAVES * 7 : 7]
    times, cpu = [], 0.0
    for number, key in enumerate([*keys]):
        lead = f"<p>Changed {number} {time.time_ns()} words</p>"
        BlogPostPage.objects.filter(pk=key).update(lead=lead)
        busy, begun = time.process_time() + database_cpu(), time.perf_counter()
        refresh(SearchDocument.Source.PAGE, [key])
        times.append((time.perf_counter() - begun) * 1000)
        cpu += time.process_time() + database_cpu() - busy
    return median(times), cpu * 1000 / len(times)


def whole() -> tuple[float, float, int]:
    """Build the index from nothing; return milliseconds of CPU per document, of the command and of the database
    server beside it, and the most megabytes that the command has taken.
    """
    begun, begun_there = time.process_time(), database_cpu()
    rows = rebuild(
        lambda done, total: print(f"\r  {done} of {total}", end="", flush=True), anew=True
    )
    print()
    here, there = time.process_time() - begun, database_cpu() - begun_there
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return here * 1000 / max(1, rows), there * 1000 / max(1, rows), peak
