"""Dates that were saved and never scheduled: Wagtail’s dialog saves a date, and only Publish makes it count."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q
from django.db.models.fields.json import KeyTextTransform
from django.utils.dateparse import parse_datetime
from wagtail.models import Page
from wagtail.query import PageQuerySet

# The newest; what was touched before them waits for nothing.
MOST_LOOKED_AT = 200


def wanted_date(page: Page) -> datetime | None:
    """Return when the newest draft of a page is meant to go live, if nothing will make it so."""
    revision = page.latest_revision
    if revision is None or not page.has_unpublished_changes or page.approved_schedule:
        return None
    return still_ahead(page, revision.content.get("go_live_at"))


def waiting(pages: PageQuerySet) -> Iterator[tuple[Page, datetime]]:
    """Yield those of the pages that hold such a date, and the date; one query."""
    # A page that is not live keeps its draft's date in its row, too: most drafts need not be read.
    dated = Q(live=True) | Q(go_live_at__isnull=False)
    drafts = pages.filter(dated, has_unpublished_changes=True).annotate_approved_schedule()
    drafts = drafts.annotate(wanted=KeyTextTransform("go_live_at", "latest_revision__content"))
    drafts = drafts.filter(wanted__isnull=False, _approved_schedule=False)
    for page in drafts.order_by("-latest_revision_created_at")[:MOST_LOOKED_AT]:
        if date := still_ahead(page, page.wanted):
            yield page, date


def still_ahead(page: Page, wanted: str | None) -> datetime | None:
    """A date before the last publication has had its day; it only stays in the form."""
    date = parse_datetime(wanted) if wanted else None
    has_been = date and page.last_published_at and date <= page.last_published_at
    return None if has_been else date
