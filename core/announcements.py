"""Which announcement stands above a page now."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone, translation

from core.frame import FrameLink, frame_links, frame_of
from core.models import Announcement


@dataclass(frozen=True)
class Notice:
    text: str
    link: FrameLink | None
    token: str
    starts_at: datetime | None
    ends_at: datetime | None

    def is_shown_at(self, moment: datetime) -> bool:
        begun = self.starts_at is None or self.starts_at <= moment
        return begun and (self.ends_at is None or moment < self.ends_at)


def announcements_of() -> list[Notice]:
    """What the frame of the active language remembers: those of now and those to come, best first."""
    records = Announcement.objects.not_over().filter(
        locale__language_code=translation.get_language()
    )
    return [notice_of(record) for record in records]


def notice_of(record: Announcement) -> Notice:
    links = frame_links(block.value for block in record.link)
    return Notice(
        record.text, links[0] if links else None, record.token, record.starts_at, record.ends_at
    )


def announcement_for(request) -> Notice | None:
    """Return the one that is shown now, from what is remembered: its minutes cost no query."""
    now = timezone.now()
    notices = frame_of(request).parts["announcements"]
    return next((notice for notice in notices if notice.is_shown_at(now)), None)
