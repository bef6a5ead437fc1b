"""Public pages that share the words which tell a text from others: what its writer may want to link to."""

import math
from collections import Counter

from search import vocabulary
from search.analysis import analyser, words
from search.engines import Group, Match, engine
from search.facets import label
from search.models import SearchDocument

# A word in the title says as much as so many in the text.
TITLE_TIMES = 4
# Frequent words of a text that are looked up, and those of them that are searched for.
LOOKED_UP, SEARCHED = 80, 8
# A word in a larger share of all documents tells nothing, and finding all of them takes long.
LARGEST_SHARE, COMMON = 0.5, 2000
LEAST_LETTERS = 3


def related_pages(title: str, text: str, locale, limit: int) -> list[int]:
    """Return keys of pages of the language, those that share most first; the page itself may be among them."""
    match = telling_words(title, text, locale)
    if not match.groups:
        return []
    hits = [pk for pk, _score in engine().ranked(match, limit)]
    rows = SearchDocument.objects.filter(pk__in=hits, source=SearchDocument.Source.PAGE)
    keys = dict(rows.values_list("pk", "object_id"))
    return [keys[pk] for pk in hits if pk in keys]


def telling_words(title: str, text: str, locale) -> Match:
    """Choose the words that are frequent here and rare elsewhere, in one query."""
    known = analyser(locale.language_code)
    counts = Counter()
    for part, times in ((title, TITLE_TIMES), (text, 1)):
        for word in words(part):
            if len(word) >= LEAST_LETTERS and not known.is_stop_word(word):
                counts[known.term(word)] += times
    frequent = [term for term, _number in counts.most_common(LOOKED_UP)]
    documents = Counter()
    for row in vocabulary.look_up(locale.pk, [""], frequent):
        documents[row.term] += int(row.documents)
    total = documents.pop("", 0)
    most = min(COMMON, max(3, int(total * LARGEST_SHARE)))
    rare = [term for term in frequent if 0 < documents[term] <= most]
    rare.sort(key=lambda term: -counts[term] * math.log(1 + total / documents[term]))
    groups = tuple(Group(((term,),), documents[term]) for term in rare[:SEARCHED])
    return Match(groups, (label("language", locale.pk),), loosely=True, total=total)
