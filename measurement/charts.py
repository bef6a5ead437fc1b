"""Views by day as bars: numbers for an SVG that the page shows without script, and for the table beside it."""

import datetime
from dataclasses import dataclass

WIDTH, HEIGHT, GAP = 600, 96, 2


@dataclass(frozen=True)
class Bar:
    day: datetime.date
    count: int
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Chart:
    bars: list[Bar]
    bar_width: int
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def total(self) -> int:
        return sum(bar.count for bar in self.bars)

    @property
    def most(self) -> int:
        return max((bar.count for bar in self.bars), default=0)


def chart_of(counts: dict[datetime.date, int]) -> Chart:
    """Draw whole units: a day with any view has a bar that one can see."""
    step = WIDTH // max(len(counts), 1)
    most = max([*counts.values(), 1])
    bars = []
    for place, (day, count) in enumerate(counts.items()):
        height = max(round(HEIGHT * count / most), 2 if count else 0)
        bars.append(Bar(day, count, place * step, HEIGHT - height, height))
    return Chart(bars, step - GAP, step * len(counts))
