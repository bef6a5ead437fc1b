"""What the box offers while someone types: words, popular searches and titles, each of which finds something."""

import datetime
from dataclasses import dataclass

from django.db.models import Sum
from django.utils import timezone

from search import vocabulary
from search.analysis import analyser, folded, tokens
from search.engines import Group, Match, engine
from search.facets import label
from search.indexing import follow
from search.models import SearchDocument, SearchRecord
from search.query import clean
from search.reading import Reading, readings
from search.results import address
from search.sources import public

MOST_WORDS, MOST_POPULAR, MOST_TITLES = 4, 3, 4
LONGEST = 100
# A search is popular when it was made so often in so many days.
POPULAR, POPULAR_DAYS = 3, 90


@dataclass(frozen=True)
class Suggestion:
    """`text` for the box; with an address it is a title that leads there at once."""

    text: str
    url: str = ""


def suggestions(text: str, locale, request) -> list[Suggestion]:
    """Return at most eleven suggestions for what has been typed so far; the queries do not grow with them."""
    follow()
    text = clean(text)
    found = list(tokens(text))
    if not found or len(folded(found[-1].text)) < vocabulary.START:
        return []
    last, before = found[-1], text[: found[-1].start]
    frequent = popular(text, locale)
    earlier, *others = readings([before, *frequent], locale, request)
    words = vocabulary.beginning(locale.pk, last.text, MOST_WORDS * 2)
    asked = dict(zip(frequent, (reading.match() for reading in others), strict=True))
    completions = {
        f"{before}{word.text}": completed(earlier, [(word.term,)], locale) for word in words
    }
    # What is in the vocabulary, or found something then, may be gone by now.
    good = engine().existing([*asked.values(), *completions.values()])
    searches = [text for text, match in asked.items() if match in good]
    searches += [
        text for text, match in completions.items() if match in good and text not in searches
    ][:MOST_WORDS]
    ends = {(analyser(locale.language_code).term(last.text),), *((word.term,) for word in words)}
    offered = [Suggestion(text) for text in dict.fromkeys(map(shortened, searches))]
    return offered + titles(earlier, sorted(ends), locale, request)


def shortened(text: str) -> str:
    return text[:LONGEST]


def completed(earlier: Reading, ends: list[tuple], locale, in_title=False) -> Match:
    """Every word before the last one, and any of the words that the last one may become."""
    labels = (label("language", locale.pk),)
    groups = (*earlier.groups, Group(tuple(ends)))
    return Match(groups, labels, earlier.excluded, in_title=in_title)


def popular(text: str, locale) -> list[str]:
    since = timezone.localdate() - datetime.timedelta(days=POPULAR_DAYS)
    records = SearchRecord.objects.filter(
        locale=locale, day__gte=since, words__startswith=text.casefold(), results__gt=0
    )
    frequent = records.values("words").annotate(number=Sum("searches")).filter(number__gte=POPULAR)
    return list(frequent.order_by("-number").values_list("words", flat=True)[:MOST_POPULAR])


def titles(earlier: Reading, ends: list[tuple], locale, request) -> list[Suggestion]:
    match = completed(earlier, ends, locale, in_title=True)
    keys = [pk for pk, _score in engine().ranked(match, MOST_TITLES)]
    rows = list(SearchDocument.objects.filter(pk__in=keys).only("source", "object_id", "title"))
    records = {source: addressed(source, rows) for source in {row.source for row in rows}}
    offered = []
    for row in sorted(rows, key=lambda row: keys.index(row.pk)):
        record = records[row.source].get(row.object_id)
        if url := record and address(row.source, record, request):
            offered.append(Suggestion(shortened(row.title), url))
    return offered


def addressed(source: str, rows: list[SearchDocument]) -> dict:
    """Return the records of one source that anyone may see, with no more than their address takes."""
    found = public(source).filter(pk__in=[row.object_id for row in rows if row.source == source])
    if source == SearchDocument.Source.PAGE:
        found = found.specific(defer=True)
    return {record.pk: record for record in found}
