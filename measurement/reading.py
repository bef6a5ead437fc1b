"""Figures as they are shown: of one page, of several, or of the whole site."""

import datetime
from collections.abc import Iterable

from django.db.models import Sum
from django.utils import timezone

from measurement.models import Figure, Kind

# What a look at a page or at the site goes back.
DAYS = 30


def since(days: int = DAYS) -> datetime.date:
    """Return the first of so many days, of which today is the last."""
    return timezone.localdate() - datetime.timedelta(days=days - 1)


def recent(kind: Kind, days: int = DAYS):
    return Figure.objects.filter(kind=kind, day__gte=since(days))


def views_by_day(page_id: int | None = None, days: int = DAYS) -> dict[datetime.date, int]:
    """Return the views of each day, those without any included, oldest first."""
    views = recent(Kind.VIEW, days)
    if page_id is not None:
        views = views.filter(page_id=page_id)
    counted = dict(views.values_list("day").annotate(total=Sum("count")))
    first = since(days)
    every = (first + datetime.timedelta(days=number) for number in range(days))
    return {day: counted.get(day, 0) for day in every}


def views_of(page_ids: Iterable[int], days: int = DAYS) -> dict[int, int]:
    """Return the views of each of these pages, in one query."""
    views = recent(Kind.VIEW, days).filter(page_id__in=list(page_ids))
    return dict(views.values_list("page_id").annotate(total=Sum("count")))


def most_common(kind: Kind, page_id: int | None = None, most: int = 5) -> list[tuple[str, int]]:
    """Return what was counted most often, and how often."""
    figures = recent(kind)
    if page_id is not None:
        figures = figures.filter(page_id=page_id)
    return list(
        figures.values_list("value").annotate(total=Sum("count")).order_by("-total", "value")[:most]
    )


def most_read(most: int = 5) -> list[tuple[str, int, int]]:
    """Return the pages read most often: title in the admin, key, views."""
    pages = recent(Kind.VIEW).values_list("page__draft_title", "page_id")
    return list(pages.annotate(total=Sum("count")).order_by("-total", "page_id")[:most])
