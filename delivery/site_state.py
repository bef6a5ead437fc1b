"""What a process knows of the state of the site, without asking the database at every request."""

import time

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection
from django.db.models import Min
from django.utils import timezone
from wagtail.models import Page

from core.models import SiteVersion


class SiteState:
    """The site's version, and the moment at which the next page expires: every process says the same.

    A reader may see what is as much older than the last change as a process waits between two questions.
    """

    def __init__(self):
        self.asked_at = float("-inf")
        self.version = ""
        self.next_expiry = None

    def current(self) -> str:
        age = time.monotonic() - self.asked_at
        if age >= settings.PAGE_CACHE_SECONDS_BETWEEN_CHECKS or self.has_expired():
            self.ask()
        return f"{self.version}:{self.next_expiry.timestamp() if self.next_expiry else ''}"

    def has_expired(self) -> bool:
        return self.next_expiry is not None and self.next_expiry <= timezone.now()

    def ask(self) -> None:
        # Before the question, which may take its time.
        self.asked_at = time.monotonic()
        # Nothing else looks after the connection of a process that only sends what it has kept.
        if not connection.in_atomic_block:
            close_old_connections()
        try:
            version = str(SiteVersion.current())
            if version != self.version or self.has_expired():
                # No signal tells when a page expires, but the moment is known before.
                pages = Page.objects.live().filter(expire_at__gt=timezone.now())
                self.next_expiry = pages.aggregate(at=Min("expire_at"))["at"]
            self.version = version
        except DatabaseError:
            # What was kept is better than nothing while the database is away.
            pass
