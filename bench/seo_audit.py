"""What the audit costs, and that its memory does not grow with the site: 2,000 pages beside all of them."""

import os
import subprocess
import sys
import time

from bench.table import row
from core.models import SitePage

FEW = 2000
# Of one machine of two cores; a night has room for ten times as much.
LEAST_A_SECOND, MOST_GROWTH = 25, 1.25


def measure() -> list[bool]:
    pages = SitePage.objects.for_audit().count()
    _seconds, low = run(FEW)
    seconds, high = run(pages)
    speed = pages / seconds
    return [
        row(
            f"pages a second, of {pages}",
            f"{speed:.0f}",
            f"≥ {LEAST_A_SECOND}",
            speed >= LEAST_A_SECOND,
        ),
        row(
            f"peak memory at {FEW} and at {pages} pages",
            f"{low} and {high} MB",
            f"≤ {MOST_GROWTH} times",
            high <= MOST_GROWTH * low,
        ),
    ]


def run(pages: int) -> tuple[float, int]:
    """Audit so many pages in a process of its own; return its seconds and its megabytes at the most."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "bench.audit_once", str(pages)],
        env=os.environ,
        capture_output=True,
        text=True,
        check=True,
    )
    return time.perf_counter() - begun, int(done.stdout.split()[-1])
