"""A month as the calendar shows it: whole weeks, in the time zone and with the first day of whoever looks."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import get_format

# What a month may be; beyond, dates end.
YEARS = range(2000, 2100)
# Python counts Monday as 0, Django Sunday.
FIRST_WEEKDAY_SHIFT = 6


@dataclass(frozen=True)
class Month:
    first: date

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Read 2026-11; empty is the current month. ValueError for anything else."""
        if not text:
            return cls(timezone.localdate().replace(day=1))
        month = cls(datetime.strptime(text, "%Y-%m").date())
        if month.first.year not in YEARS:
            raise ValueError(text)
        return month

    def __str__(self):
        return f"{self.first:%Y-%m}"

    @property
    def previous(self) -> "Month | None":
        return self.moved(self.first - timedelta(days=1))

    @property
    def next(self) -> "Month | None":
        return self.moved(self.first + timedelta(days=31))

    def moved(self, day: date) -> "Month | None":
        return Month(day.replace(day=1)) if day.year in YEARS else None

    @property
    def weeks(self) -> list[list[date]]:
        """Seven days each; the first and the last hold days of the months beside it."""
        begin = (int(get_format("FIRST_DAY_OF_WEEK")) + FIRST_WEEKDAY_SHIFT) % 7
        return Calendar(begin).monthdatescalendar(self.first.year, self.first.month)

    @property
    def start(self) -> datetime:
        return midnight(self.weeks[0][0])

    @property
    def end(self) -> datetime:
        return midnight(self.weeks[-1][-1] + timedelta(days=1))


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
