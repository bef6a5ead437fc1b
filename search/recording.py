"""Counting searches and clicks for the report, after the answer has gone out, and without a trace of who."""

import datetime
import re

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from search.models import SearchRecord

LONGEST = SearchRecord._meta.get_field("words").max_length
# What could tell of a person is never stored: addresses, long numbers, and texts that somebody has pasted.
PERSONAL = re.compile(r"@|(?:\d[\s./-]*){6,}|https?:")
MOST_WORDS = 6


def storable(words: str) -> str:
    """Return the form in which a search is counted; empty for one that is not."""
    plain = " ".join(words.casefold().split())
    if len(plain) > LONGEST or plain.count(" ") >= MOST_WORDS or PERSONAL.search(plain):
        return ""
    return plain


def record_search(words: str, locale_id: int, results: int) -> None:
    """Count a search today; on the first one of a day, forget what is older than it may be."""
    if plain := storable(words):
        count(plain, locale_id, results=results)


def record_click(words: str, locale_id: int) -> None:
    """Count a click, if anyone has searched for these words today."""
    today = SearchRecord.objects.filter(
        locale_id=locale_id, words=storable(words), day=timezone.localdate()
    )
    today.filter(clicks__lt=F("searches")).update(clicks=F("clicks") + 1)


def count(words: str, locale_id: int, results: int) -> None:
    day = timezone.localdate()
    identity = {"locale_id": locale_id, "words": words, "day": day}
    changes = {"searches": F("searches") + 1, "results": results}
    try:
        if SearchRecord.objects.filter(**identity).update(**changes):
            return
        with transaction.atomic():
            if not SearchRecord.objects.filter(day=day).exists():
                forget(day)
            SearchRecord.objects.get_or_create(**identity, defaults={"results": results})
            SearchRecord.objects.filter(**identity).update(**changes)
    except DatabaseError:
        # The visitor has their answer; a count less is not worth an error.
        return


def forget(today: datetime.date) -> int:
    """Delete what is older than the retention; return how many rows that was."""
    before = today - datetime.timedelta(days=settings.SEARCH_RETENTION_DAYS)
    return SearchRecord.objects.filter(day__lt=before).delete()[0]
