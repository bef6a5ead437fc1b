"""The dashboard: what somebody has begun, what waits for them, what goes live soon, what has just gone live."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Q
from django.forms import Media
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import LockedPagesPanel, RecentEditsPanel
from wagtail.models import Page

from core.roles import may_write
from editorial.patterns.panel import PatternsPanel
from editorial.schedule.entries import Entry, Kind, going_live, visible_pages
from editorial.schedule.waiting import waiting

DAYS_AHEAD = 14
SHOWN = 6
# What these show stands in the panels below, or, of locked pages, in a report.
REPEATED = (RecentEditsPanel, LockedPagesPanel)


class Row(NamedTuple):
    """A page in a list, and what happens to it where that is not plain."""

    page: Page
    moment: datetime | None
    entry: Entry | None = None


class PagesPanel(Component):
    """A list of pages, each of which leads to its editor."""

    template_name = "editorial/dashboard/pages.html"
    heading = empty = ""
    leads_to_calendar = False

    def __init__(self, request):
        self.request = request

    @cached_property
    def media(self):
        return Media(css={"all": ["css/admin/dashboard.css"]})

    def rows(self) -> list[Row]:
        raise NotImplementedError

    def get_context_data(self, parent_context=None):
        return {"panel": self, "rows": self.rows()}


class DraftsPanel(PagesPanel):
    name, order = "my-drafts", 100
    heading = _("My drafts")
    empty = _("No page of yours waits to be finished. Begin one under Pages, Add child page.")

    def rows(self):
        mine = Q(owner=self.request.user) | Q(latest_revision__user=self.request.user)
        drafts = visible_pages(self.request.user).filter(mine, has_unpublished_changes=True)
        drafts = drafts.annotate_approved_schedule().filter(_approved_schedule=False)
        newest = drafts.order_by("-latest_revision_created_at")[:SHOWN]
        return [Row(page, page.latest_revision_created_at) for page in newest]


class ScheduledPanel(PagesPanel):
    name, order = "scheduled", 230
    heading = _("Scheduled")
    empty = _("Nothing goes live in the next 14 days.")
    leads_to_calendar = True

    def rows(self):
        pages, now = visible_pages(self.request.user), timezone.now()
        found = [Entry.at(Kind.WAITING, page, moment) for page, moment in waiting(pages)]
        found += going_live(pages, now - timedelta(days=1), now + timedelta(days=DAYS_AHEAD))
        found.sort(key=lambda entry: (entry.kind != Kind.WAITING, entry.moment))
        return [Row(entry.page, entry.moment, entry) for entry in found[: 2 * SHOWN]]


class PublishedPanel(PagesPanel):
    name, order = "recently-published", 240
    heading = _("Recently published")
    empty = _("Nothing has been published yet.")
    leads_to_calendar = True

    def rows(self):
        pages = visible_pages(self.request.user).filter(live=True, last_published_at__isnull=False)
        return [
            Row(page, page.last_published_at)
            for page in pages.order_by("-last_published_at")[:SHOWN]
        ]


# What whoever writes begins with; each says its place on the page.
WRITERS_PANELS = (PatternsPanel, DraftsPanel, ScheduledPanel, PublishedPanel)


@hooks.register("construct_homepage_panels", order=10)
def show_the_desk(request, panels):
    """Of Wagtail’s own panels those with what is in review stay: they have the buttons to approve."""
    panels[:] = [panel for panel in panels if not isinstance(panel, REPEATED)]
    if may_write(request.user):
        panels += [panel(request) for panel in WRITERS_PANELS]


@hooks.register("construct_homepage_summary_items", order=10)
def count_nothing(request, items):
    """How many pages and pictures there are is nobody’s work; the menu leads to them."""
    items.clear()
