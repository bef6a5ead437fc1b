"""Keeping the index right: what has changed is read again, whatever the change was."""

import threading
from collections import Counter, defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django_tasks import task
from wagtail.models import Locale

from search import vocabulary
from search.models import SearchDocument
from search.sources import documents

BATCH = 500
# So many records are in memory at once.
AT_ONCE = 250
IDENTITY = ("source", "object_id", "locale")
CONTENT = [
    field.name
    for field in SearchDocument._meta.concrete_fields
    if field.name not in ("id", *IDENTITY)
]


class Changes(threading.local):
    """What this process has changed and not yet read again: keys by source."""

    def __init__(self):
        self.keys = defaultdict(set)


changes = Changes()


def changed(source: str, keys: Iterable[int]) -> None:
    """Note that records have changed; the index follows once the transaction is complete."""
    changes.keys[source].update(keys)
    transaction.on_commit(follow)


def follow() -> None:
    """Have everything noted read again: by a worker where one runs, else now."""
    noted, changes.keys = changes.keys, defaultdict(set)
    for source, keys in noted.items():
        ordered = sorted(keys)
        for start in range(0, len(ordered), BATCH):
            refresh_task.enqueue(source, ordered[start : start + BATCH])


@task()
def refresh_task(source: str, keys: list[int]) -> None:
    refresh(source, keys)


def refresh(source: str, keys: list[int]) -> int:
    """Make the rows of some records what they should be now; return how many rows that is."""
    rows, change = 0, defaultdict(Counter)
    with transaction.atomic():
        for start in range(0, len(keys), AT_ONCE):
            before, after = replaced(source, keys[start : start + AT_ONCE])
            count_words(before, after, change)
            rows += len(after)
        adopt(change)
    return rows


def replaced(source: str, keys: list[int]) -> tuple[list[SearchDocument], list[SearchDocument]]:
    """Write the rows of some records anew; return what they were and what they are."""
    new = list(documents(source, keys))
    # Locked, so that two who refresh the same record count its words once.
    old = stored(source, keys).select_for_update()
    before = list(old.only("object_id", "locale_id", "title", "names", "text"))
    write(before, new)
    return before, new


def stored(source: str, keys: list[int]) -> QuerySet:
    return SearchDocument.objects.filter(source=source, object_id__in=keys)


def write(before: Iterable[SearchDocument], new: list[SearchDocument]) -> None:
    """Put rows in the place of those that were there."""
    wanted = {(row.object_id, row.locale_id) for row in new}
    gone = [row.pk for row in before if (row.object_id, row.locale_id) not in wanted]
    SearchDocument.objects.filter(pk__in=gone).delete()
    SearchDocument.objects.bulk_create(
        new,
        batch_size=100,
        update_conflicts=True,
        update_fields=CONTENT,
        unique_fields=IDENTITY,
    )


def count_words(
    before: list[SearchDocument], after: list[SearchDocument], change: dict[int, Counter]
) -> None:
    """Count the words that came and those that went; a row whose words are the same costs nothing."""
    old, new = ({wording(row) for row in rows} for rows in (before, after))
    for row in after:
        if wording(row) not in old:
            change[row.locale_id].update(words_of(row))
    for row in before:
        if wording(row) not in new:
            change[row.locale_id].subtract(words_of(row))


def adopt(change: dict[int, Counter]) -> None:
    """Bring the changes of each language into its vocabulary."""
    for locale in Locale.objects.filter(pk__in=change):
        vocabulary.adopt(locale, change[locale.pk])


def words_of(row: SearchDocument) -> set[str]:
    return vocabulary.words_of(row.title, row.text, row.names)


def wording(row: SearchDocument) -> tuple:
    return (row.object_id, row.locale_id, row.title, row.names, row.text)
