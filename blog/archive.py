"""The blog by year and month: which of them hold posts, for the links that lead there."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True)
class ArchiveYear:
    """A year with posts; `months` holds the first day of each of its months with posts, latest first."""

    year: int
    months: list[datetime.date]


def archive(posts) -> list[ArchiveYear]:
    """Return the years of a query set of posts, latest first; one query, whatever it holds."""
    months: Iterable[datetime.date] = posts.order_by().dates("published_on", "month", order="DESC")
    return [
        ArchiveYear(year, list(days)) for year, days in groupby(months, key=lambda day: day.year)
    ]
