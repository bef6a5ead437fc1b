"""How well a search ranks: nDCG@10 over a labelled set of pages and queries, by kind of query."""

import json
import math
from collections import Counter, defaultdict
from pathlib import Path

from wagtail.models import Locale

from search.analysis import analyser
from search.facets import label
from search.finding import find
from search.indexing import adopt, count_words
from search.models import SearchDocument, VocabularyWord
from search.vocabulary import words_of

# (set, language) -> the least nDCG@10 that is accepted.
FLOORS = {
    ("keyword", "it"): 0.65,
    ("keyword", "en"): 0.66,
    **{(name, code): 0.97 for name in ("title", "typo", "noaccent") for code in ("it", "en")},
}
MOST_EMPTY = 0.005
SHOWN = 10


def load(path: Path) -> dict:
    """Put the pages of the set into the index, as documents, and nothing else; return the set."""
    data = json.loads(path.read_text())
    SearchDocument.objects.all().delete()
    VocabularyWord.objects.all().delete()
    for code, part in data.items():
        change = defaultdict(Counter)
        locale, known = Locale.objects.get(language_code=code), analyser(code)
        for start in range(0, len(part["pages"]), 500):
            rows = [
                SearchDocument(
                    source=SearchDocument.Source.DOCUMENT,
                    object_id=number,
                    locale=locale,
                    facets=label("language", locale.pk),
                    title=page["title"],
                    text=page["text"],
                    title_terms=known.terms(page["title"]),
                    body_terms=known.terms(page["text"]),
                    length=len(known.terms(f"{page['title']} {page['text']}")),
                )
                for number, page in enumerate(part["pages"][start : start + 500], start)
            ]
            SearchDocument.objects.bulk_create(rows)
            for row in rows:
                row.words = words_of(row)
            count_words([], rows, change)
        adopt(change)
    return data


def gain(numbers: list[int], relevant: set[int]) -> float:
    """nDCG of the first ten: 1 if the relevant come first, less the further down they stand."""
    got = sum(1 / math.log2(place + 2) for place, n in enumerate(numbers[:SHOWN]) if n in relevant)
    return got / sum(1 / math.log2(place + 2) for place in range(min(SHOWN, len(relevant))))


def measure(data: dict) -> tuple[dict[tuple[str, str], float], float]:
    """Return the mean nDCG@10 by set and language, and the share of queries without any result."""
    gains, empty, asked = defaultdict(list), 0, 0
    for code, part in data.items():
        locale = Locale.objects.get(language_code=code)
        numbers = dict(SearchDocument.objects.filter(locale=locale).values_list("pk", "object_id"))
        for query in part["queries"]:
            found = [numbers[key] for key in find(query["q"], locale).keys[:SHOWN]]
            gains[query["set"], code].append(gain(found, set(query["rel"])))
            empty, asked = empty + (not found), asked + 1
    return {key: sum(some) / len(some) for key, some in sorted(gains.items())}, empty / asked
