"""When a post appeared and when it changed, as readers and machines are told."""

import datetime

from django.utils import timezone
from django.utils.functional import cached_property

NOON = datetime.time(12)


def today():
    return timezone.localdate()


class PostDates:
    @cached_property
    def published_at(self) -> datetime.datetime | None:
        """The date that readers see, with the hour if that is known."""
        first = timezone.localtime(self.first_published_at) if self.first_published_at else None
        if self.published_on is None or (first and first.date() == self.published_on):
            return first
        return timezone.make_aware(datetime.datetime.combine(self.published_on, NOON))

    @property
    def updated_on(self):
        """The day of the last change, if readers could know the post from an earlier day; else None."""
        if not (self.last_published_at and self.first_published_at and self.published_on):
            return None
        changed, born = (
            timezone.localdate(moment)
            for moment in (self.last_published_at, self.first_published_at)
        )
        # A post may be dated back: its first day here is no update of what it was elsewhere.
        return changed if changed > max(born, self.published_on) else None

    @property
    def modified_at(self):
        return timezone.localtime(self.last_published_at) if self.updated_on else None
