"""`python -m bench.audit_once NUMBER`: audits so many pages and prints the megabytes it took at the most.

Linux only. What SQLite maps of its file is left out: it belongs to the system, and grows with the file.
"""

import sys
from pathlib import Path

import django

django.setup()

from seo.audit import running  # noqa: E402
from seo.models import AuditRun  # noqa: E402


class EnoughError(Exception):
    """So many pages have been looked at."""


def own_memory() -> int:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("RssAnon:")[2].split()[0]) // 1024


def audit_first(number: int) -> int:
    """Go over the first pages as a pass does, and to its end; return the megabytes at the most."""

    most = 0

    def stop(done: int, total: int) -> None:
        nonlocal most
        most = max(most, own_memory())
        if number <= done < total:
            raise EnoughError

    try:
        running.audit(stop, anew=True)
    except EnoughError:
        running.complete(AuditRun.objects.first())
    return max(most, own_memory())


if __name__ == "__main__":
    print(audit_first(int(sys.argv[1])))
