"""One page of a long list in one query: what narrows it is costly, and would be asked again to count."""

from collections.abc import Generator
from contextlib import contextmanager

from django.core.paginator import Page
from django.db import connection, transaction
from django.db.models import Count, F, Window
from django.db.models.functions import Coalesce
from wagtail.admin.paginator import WagtailPaginator


class LinesPaginator(WagtailPaginator):
    """Pages of the keys of a query; each knows from its rows how many there are in all."""

    def get_page(self, number):
        number = int(number) if str(number).isdecimal() and len(str(number)) < 9 else 1
        first = max(number - 1, 0) * self.per_page
        total = Window(Count("pk"))
        rows = self.object_list.annotate(_total=total).values_list("pk", "_total")
        rows = rows.order_by(*(as_expression(name) for name in rows.query.order_by))
        with by_one_process():
            found = list(rows[first : first + self.per_page])
        if not found:
            # Nothing at all, or a page behind the last one.
            return super().get_page(number)
        self.count = found[0][1]
        return Page([key for key, _total in found], max(number, 1), self)


@contextmanager
def by_one_process() -> Generator[None]:
    """PostgreSQL would share the rows out, and each of its processes work out by itself what others say, too."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL max_parallel_workers_per_gather = 0")
        yield


def as_expression(name: str):
    """The same order, but not that of an index: PostgreSQL believes that it may stop early there, and cannot."""
    direction, field = ("desc", name[1:]) if name.startswith("-") else ("asc", name)
    return getattr(Coalesce(F(field), F(field)), direction)()
