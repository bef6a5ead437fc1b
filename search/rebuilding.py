"""Reading everything again, range by range, so that it can be stopped anywhere and goes on from there."""

import gc
from collections.abc import Callable, Generator
from contextlib import contextmanager

from django.db import connection, transaction

from search.engines import engine
from search.indexing import refresh
from search.models import RebuildState, SearchDocument
from search.sources import everything

# So many that their common words are counted once for all of them, and a stop loses little.
BATCH = 2000


def rebuild(report: Callable[[int, int], None], *, anew: bool = False) -> int:
    """Read everything again, from where an earlier run has stopped; return how many rows there are.

    `report` is told how many records are done, and of how many.
    """
    if anew:
        RebuildState.objects.all().delete()
    with garbage_by_hand():
        read_again(report)
    RebuildState.objects.all().delete()
    tidy()
    return SearchDocument.objects.count()


@contextmanager
def garbage_by_hand() -> Generator[None]:
    """Leave garbage to whoever makes it: looked for as often as usual, it takes a quarter of all the time."""
    was_enabled = gc.isenabled()
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_enabled:
            gc.enable()


def read_again(report: Callable[[int, int], None]) -> None:
    total = sum(everything(source).count() for source in SearchDocument.Source.values)
    done = 0
    for source in SearchDocument.Source.values:
        state, _created = RebuildState.objects.get_or_create(source=source)
        done += everything(source).filter(pk__lte=state.last_key).count()
        while keys := keys_after(state.last_key, source):
            with transaction.atomic():
                refresh(source, keys)
                state.last_key = keys[-1]
                state.save()
            done += len(keys)
            gc.collect()
            report(done, total)
        forget_lost(source)


def keys_after(last: int, source: str) -> list[int]:
    rows = everything(source).filter(pk__gt=last).order_by("pk")
    return list(rows.values_list("pk", flat=True)[:BATCH])


def forget_lost(source: str) -> None:
    """Drop the rows of what is not there any more, should a deletion have passed unseen."""
    lost = SearchDocument.objects.filter(source=source).exclude(
        object_id__in=everything(source).values("pk")
    )
    while keys := list(lost.values_list("object_id", flat=True)[:BATCH]):
        refresh(source, keys)


def tidy() -> None:
    with connection.cursor() as cursor:
        for statement in engine().TIDY:
            cursor.execute(statement)
