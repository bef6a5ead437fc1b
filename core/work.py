"""What is done by itself, every few seconds or hours, by one process beside the servers.

An app names its jobs by the hook `jobs`; each may run in several processes at once, and must bear it.
"""

import logging
import time
from collections.abc import Callable
from typing import NamedTuple

from django.db import DatabaseError
from wagtail import hooks

log = logging.getLogger(__name__)


class Job(NamedTuple):
    name: str
    seconds_between: float
    run: Callable[[], object]


class Round:
    """The jobs, and when each is due again."""

    def __init__(self):
        self.jobs: list[Job] = [job for name in hooks.get_hooks("jobs") for job in name()]
        self.due = dict.fromkeys(self.jobs, float("-inf"))

    def run_due(self) -> list[str]:
        """Run what is due; one that fails keeps none of the others from running, and is tried again in its turn."""
        done = []
        for job in self.jobs:
            if time.monotonic() < self.due[job]:
                continue
            try:
                job.run()
                done.append(job.name)
            except DatabaseError as error:
                # It comes back, and everything is still in it.
                log.warning("%s: %s: %s", job.name, type(error).__name__, error)
            except Exception:
                log.exception("%s failed", job.name)
            self.due[job] = time.monotonic() + job.seconds_between
        return done
