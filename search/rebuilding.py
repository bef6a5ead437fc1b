"""Reading everything again, range by range, so that it can be stopped anywhere and goes on from there."""

import gc
from collections import Counter
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import F, Value
from wagtail.models import Locale

from search import vocabulary
from search.engines import engine
from search.indexing import AT_ONCE, refresh, stored, write
from search.models import RebuildState, SearchDocument, VocabularyWord
from search.sources import documents, everything

# So few that a stop loses little, and nobody who saves meanwhile waits for long.
BATCH = 1000
WORDS_AT_ONCE = 20_000


def rebuild(report: Callable[[int, int], None], *, anew: bool = False) -> int:
    """Read everything again, from where an earlier run has stopped; return how many rows there are.

    `report` is told how many records are done, and of how many.
    """
    if anew:
        RebuildState.objects.all().delete()
    with garbage_by_hand(), many_rows():
        read_again(report)
        for locale in Locale.objects.all():
            recount(locale)
    RebuildState.objects.all().delete()
    run(engine().TIDY)
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


@contextmanager
def many_rows() -> Generator[None]:
    """Have the indexes of the database ready for many rows; afterwards for searches again, wherever it was stopped."""
    run(engine().BEFORE_MANY)
    try:
        yield
    finally:
        run(engine().AFTER_MANY)


def read_again(report: Callable[[int, int], None]) -> None:
    total = sum(everything(source).count() for source in SearchDocument.Source.values)
    done = 0
    for source in SearchDocument.Source.values:
        state, _created = RebuildState.objects.get_or_create(source=source)
        done += everything(source).filter(pk__lte=state.last_key).count()
        while keys := keys_after(state.last_key, source):
            with transaction.atomic():
                write_again(source, keys)
                state.last_key = keys[-1]
                state.save()
            done += len(keys)
            gc.collect()
            report(done, total)
        forget_lost(source)


def write_again(source: str, keys: list[int]) -> None:
    """Write the rows of some records anew; their words are counted at the end, all at once."""
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        write(stored(source, some).only("object_id", "locale_id"), list(documents(source, some)))


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


def recount(locale: Locale) -> None:
    """Make the vocabulary of a language what its documents say, whatever has passed unseen."""
    changes = sorted(difference(locale).items())
    for start in range(0, len(changes), WORDS_AT_ONCE):
        with transaction.atomic():
            vocabulary.adopt(locale, dict(changes[start : start + WORDS_AT_ONCE]))


def difference(locale: Locale) -> Counter:
    """Return by how much the count of each word is too low."""
    rows = SearchDocument.objects.filter(locale=locale)
    counts = VocabularyWord.objects.filter(locale=locale)
    # One statement, so that both are what they were at the same moment, whoever saves meanwhile.
    both = rows.values_list("title", "text", "names", Value(1)).union(
        counts.values_list("text", Value(""), Value(""), -F("documents")), all=True
    )
    change = Counter()
    for title, text, names, number in both.iterator():
        # Every document has one itself; no word is without one.
        if number > 0:
            change.update(vocabulary.words_of(title, text, names))
        else:
            change[title] += number
    return Counter({word: number for word, number in change.items() if number})


def run(statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
