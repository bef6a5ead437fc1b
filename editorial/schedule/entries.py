"""What stands in the calendar between two moments, for whoever may see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, TextChoices
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.query import PageQuerySet

from core.models import SitePage
from editorial.schedule.waiting import waiting

ACTIONS = ("add", "change", "publish")
# More in a month come from an import, and no calendar could show them.
MOST_SHOWN = 600


class Kind(TextChoices):
    """In the order in which they matter on a day."""

    WAITING = "waiting", _("Not scheduled")
    GOES_LIVE = "goes-live", _("Goes live")
    EXPIRES = "expires", _("Expires")
    REVIEW = "review", _("To be reviewed")
    PUBLISHED = "published", _("Published")

    @property
    def icon(self) -> str:
        return ICONS[self]


ICONS = {
    Kind.WAITING: "warning",
    Kind.GOES_LIVE: "calendar-check",
    Kind.EXPIRES: "no-view",
    Kind.REVIEW: "rotate",
    Kind.PUBLISHED: "success",
}


@dataclass(frozen=True)
class Entry:
    """`moment` is None where a day is meant, without a time."""

    kind: Kind
    page: Page
    day: date
    moment: datetime | None = None

    @classmethod
    def at(cls, kind: Kind, page: Page, moment: datetime) -> "Entry":
        moment = timezone.localtime(moment)
        return cls(kind, page, moment.date(), moment)

    @property
    def title(self) -> str:
        return self.page.get_admin_display_title()

    @property
    def is_late(self) -> bool:
        return self.kind == Kind.WAITING and self.moment < timezone.now()

    @property
    def label(self) -> str:
        return _("Did not go live") if self.is_late else self.kind.label

    @property
    def url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    @property
    def sort_key(self) -> tuple:
        return self.day, list(Kind).index(self.kind), self.moment or datetime.max, self.page.pk


def visible_pages(user) -> PageQuerySet:
    """Return the pages that a user may work on."""
    policy = PagePermissionPolicy(SitePage)
    pages = policy.instances_user_has_any_permission_for(user, ACTIONS)
    return pages.filter(depth__gt=1).defer_streamfields().select_related("content_type", "locale")


def entries(user, start: datetime, end: datetime) -> list[Entry]:
    """Return what happens from one moment to before another, in order; the number of queries is constant."""
    pages = visible_pages(user)
    found = [*dated(pages, start, end), *going_live(pages, start, end)]
    found += [
        Entry.at(Kind.WAITING, page, moment)
        for page, moment in waiting(pages)
        if start <= moment < end
    ]
    return sorted(found, key=lambda entry: entry.sort_key)


def dated(pages: PageQuerySet, start: datetime, end: datetime) -> Iterator[Entry]:
    """Yield what the rows of pages themselves say."""
    first, last = timezone.localtime(start).date(), timezone.localtime(end).date()
    expires = Q(live=True, expire_at__gte=start, expire_at__lt=end)
    published = Q(live=True, first_published_at__gte=start, first_published_at__lt=end)
    review = Q(review_on__gte=first, review_on__lt=last)
    for page in pages.filter(expires | published | review).order_by("pk")[:MOST_SHOWN]:
        if page.live and page.expire_at and start <= page.expire_at < end:
            yield Entry.at(Kind.EXPIRES, page, page.expire_at)
        if page.live and page.first_published_at and start <= page.first_published_at < end:
            yield Entry.at(Kind.PUBLISHED, page, page.first_published_at)
        if page.review_on and first <= page.review_on < last:
            yield Entry(Kind.REVIEW, page, page.review_on)


def going_live(pages: PageQuerySet, start: datetime, end: datetime) -> Iterator[Entry]:
    revisions = Revision.page_revisions.filter(
        approved_go_live_at__gte=start, approved_go_live_at__lt=end
    )
    moments = {
        int(key): moment
        for key, moment in revisions.values_list("object_id", "approved_go_live_at")[:MOST_SHOWN]
    }
    for page in pages.filter(pk__in=moments):
        yield Entry.at(Kind.GOES_LIVE, page, moments[page.pk])
