"""What a process knows of the state of the site, without asking the database at every request."""

import time

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone
from wagtail import hooks

from core.models import SiteVersion


class SiteState:
    """The site's version, and the next moment at which something changes by itself: every process says the same.

    The moments are told by the hooks `next_change`, each its next or None: a page that expires, for one.
    A reader may see what is as much older than the last change as a process waits between two questions.
    """

    def __init__(self):
        self.asked_at = float("-inf")
        self.version = ""
        self.next_change = None

    def current(self) -> str:
        age = time.monotonic() - self.asked_at
        if age >= settings.PAGE_CACHE_SECONDS_BETWEEN_CHECKS or self.is_over():
            self.ask()
        return f"{self.version}:{self.next_change.timestamp() if self.next_change else ''}"

    def is_over(self) -> bool:
        return self.next_change is not None and self.next_change <= timezone.now()

    def ask(self) -> None:
        # Before the question, which may take its time.
        self.asked_at = time.monotonic()
        # Nothing else looks after the connection of a process that only sends what it has kept.
        if not connection.in_atomic_block:
            close_old_connections()
        try:
            version = str(SiteVersion.current())
            if version != self.version or self.is_over():
                moments = (tell() for tell in hooks.get_hooks("next_change"))
                self.next_change = min(filter(None, moments), default=None)
            self.version = version
        except DatabaseError:
            # What was kept is better than nothing while the database is away.
            pass
