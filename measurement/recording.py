"""Counting, after the answer has gone out: no cookie, no address, no fingerprint, and never more rows than planned."""

import datetime
import logging

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from core.models import SitePage
from measurement.models import Figure, Kind

logger = logging.getLogger(__name__)

# Who writes addresses by hand could fill the table: beyond this many rows a day, what is new counts as OTHER.
MOST_PER_DAY = 500
OTHER = "…"
LONGEST = Figure._meta.get_field("value").max_length


def record_view(page_id: int, referrer: str = "", campaign: str = "") -> None:
    """Count a view of a page that anyone may read; what came with it is clean (`visits.py`) or empty."""
    happened = [(Kind.VIEW, ""), (Kind.REFERRER, referrer), (Kind.CAMPAIGN, campaign)]
    record(page_id, [(kind, value) for kind, value in happened if value or kind == Kind.VIEW])


def record_conversion(page_id: int, form: str) -> None:
    """Count a form that was sent from a page: for whoever receives it, once it is stored."""
    record(page_id, [(Kind.CONVERSION, form[:LONGEST])])


def record(page_id: int, happened: list[tuple[Kind, str]]) -> None:
    day = timezone.localdate()
    try:
        if not SitePage.objects.published().filter(pk=page_id).exists():
            return
        with transaction.atomic():
            for kind, value in happened:
                add(day, page_id, kind, value)
    except DatabaseError:
        # The visitor has their page; a count less is not worth an error.
        logger.warning("A visit could not be counted", exc_info=True)


def add(day: datetime.date, page_id: int, kind: Kind, value: str) -> None:
    """Add one to a figure of today: one statement, but for the first time on a day."""
    if counted(day, page_id, kind, value):
        return
    today = Figure.objects.filter(day=day)
    if not today.exists():
        forget(day)
    if value and today.filter(kind=kind).count() >= MOST_PER_DAY:
        value = OTHER
    Figure.objects.bulk_create(
        [Figure(day=day, page_id=page_id, kind=kind, value=value)], ignore_conflicts=True
    )
    counted(day, page_id, kind, value)


def counted(day: datetime.date, page_id: int, kind: Kind, value: str) -> int:
    same = Figure.objects.filter(day=day, page_id=page_id, kind=kind, value=value)
    return same.update(count=F("count") + 1)


def forget(today: datetime.date) -> int:
    """Delete what is older than the retention; return how many rows that was."""
    before = today - datetime.timedelta(days=settings.FIGURES_RETENTION_DAYS)
    return Figure.objects.filter(day__lt=before).delete()[0]
