"""A search from words to ranked documents: all words first, then words put right, then some of the words."""

from collections import Counter
from dataclasses import dataclass, field, replace

from search.analysis import analyser
from search.engines import Group, Match, engine
from search.facets import label
from search.indexing import follow
from search.models import SearchDocument
from search.ranking import ranked_again
from search.reading import Reading, corrections, read

# Results that can be paged through; of more, the page says that there are more.
MOST_RESULTS = 2000
RANKED_AGAIN = 50
# With so few results, a word that hardly anyone has written may be a slip.
FEW = 3
# A word in more documents than this is no help where only some of the words are found.
COMMON = 5000


@dataclass
class Found:
    """`total` documents have all the words, counted by label; `partial` of `keys` have only some.

    `instead`: the corrected query that was searched for; `suggested`: one that might be better.
    """

    reading: Reading
    total: int = 0
    counts: Counter = field(default_factory=Counter)
    keys: list[int] = field(default_factory=list)
    partial: set[int] = field(default_factory=set)
    instead: str = ""
    suggested: str = ""


def find(
    text: str, locale, labels: tuple = (), by_date=False, literal=False, request=None
) -> Found:
    """Search one language; `literal` searches for the words as they are, right or wrong."""
    # What this very transaction has changed is found too.
    follow()
    reading = read(text, locale, request)
    if not reading.groups:
        return Found(reading)
    found = Found(reading)
    found.total, found.counts = engine().counted(reading.match(labels))
    if not literal and found.total <= FEW:
        found = put_right(found, locale, labels, request)
    arrange(found, found.reading.match(labels), locale, by_date)
    return found


def put_right(found: Found, locale, labels: tuple, request) -> Found:
    """Search for corrected words where the query finds nothing; offer them where it finds little."""
    better = corrections(found.reading, lambda term: is_found(term, locale.pk))
    if not better:
        return found
    if found.total:
        return replace(found, suggested=better)
    reading = read(better, locale, request)
    total, counts = engine().counted(reading.match(labels))
    return Found(reading, total, counts, instead=better)


def is_found(term: str, locale_id: int) -> bool:
    match = Match((Group(((term,),)),), (label("language", locale_id),))
    return bool(engine().existing([match]))


def arrange(found: Found, match: Match, locale, by_date: bool) -> None:
    if by_date:
        found.keys = (
            [pk for pk, _score in engine().newest(match, MOST_RESULTS)] if found.total else []
        )
        return
    hits = dict(engine().ranked(match, MOST_RESULTS, found.total)) if found.total else {}
    best = dict(list(hits.items())[:RANKED_AGAIN])
    if len(hits) < RANKED_AGAIN and len(match.groups) > 1:
        some = dict(
            engine().ranked(replace(match.loose(), groups=telling(match.groups)), RANKED_AGAIN)
        )
        best = some | best
        found.partial = set(best) - set(hits)
    titles = SearchDocument.objects.filter(pk__in=best).values_list("pk", "title")
    query = found.reading.query
    found.keys = ranked_again(
        best,
        dict(titles),
        set(hits),
        match.groups,
        query.written,
        analyser(locale.language_code),
    ) + [pk for pk in hits if pk not in best]


def telling(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups worth finding alone: those that are not too common, or else the rarest."""
    rare = tuple(group for group in groups if group.documents <= COMMON)
    return rare or (min(groups, key=lambda group: group.documents),)
