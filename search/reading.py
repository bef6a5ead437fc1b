"""A query as its language understands it: terms, accents left out, synonyms, how common each word is."""

from dataclasses import dataclass

from core.remembered import remembered
from search import vocabulary
from search.analysis import Analyser, analyser, folded
from search.engines import Group, Match
from search.facets import label
from search.models import Synonyms
from search.query import Query, Word, parse

# A word in so few documents may be a slip for one that stands in five times as many.
RARE, LIKELIER = 2, 5


@dataclass(frozen=True)
class Reading:
    """`groups` stand for the wanted words of the query, in order."""

    query: Query
    groups: tuple[Group, ...]
    excluded: tuple[Group, ...]
    total: int
    locale_id: int

    def match(self, labels: tuple[str, ...] = ()) -> Match:
        return Match(
            self.groups,
            (label("language", self.locale_id), *labels),
            self.excluded,
            total=self.total,
        )


def read(text: str, locale, request=None) -> Reading:
    return readings([text], locale, request)[0]


def readings(texts: list[str], locale, request=None) -> list[Reading]:
    """Read queries in one query to the database, however many there are and words in them, and one for the
    synonyms where a request does not remember those.
    """
    known = analyser(locale.language_code)
    queries = [parse(text, known) for text in texts]
    words = {word for query in queries for word in (*query.wanted, *query.excluded)}
    if not words:
        return [Reading(query, (), (), 0, locale.pk) for query in queries]
    phrases = {word: phrases_of(word, known) for word in words}
    singles = [
        word
        for word in words
        if not word.is_phrase and not word.is_excluded and len(word.words) == 1
    ]
    rows = vocabulary.look_up(
        locale.pk,
        ["", *(word.words[0] for word in singles)],
        {term for found in phrases.values() for phrase in found for term in phrase},
    )
    for word in singles:
        plain = folded(word.words[0])
        phrases[word] |= {(row.term,) for row in rows if row.term and row.folded == plain}
    same = remembered(request, f"synonyms-{locale.pk}", lambda: synonyms(locale))
    groups = {word: group(with_synonyms(word, phrases[word], same), rows) for word in phrases}
    total = sum(int(row.documents) for row in rows if not row.text)
    return [
        Reading(
            query,
            tuple(groups[word] for word in query.wanted),
            tuple(groups[word] for word in query.excluded) if query.wanted else (),
            total,
            locale.pk,
        )
        for query in queries
    ]


def synonyms(locale) -> list[list[tuple]]:
    """Return what marketers say means the same, each form as its terms."""
    known = analyser(locale.language_code)
    return [
        [tuple(known.terms(form)) for form in row.forms]
        for row in Synonyms.objects.filter(locale=locale)
    ]


def phrases_of(word: Word, known: Analyser) -> set[tuple[str, ...]]:
    """The forms of a word in the index: e-mail stands there in two words and as email."""
    apart = tuple(map(known.term, word.words))
    joined = (
        {(known.term("".join(word.words)),)} if len(apart) > 1 and not word.is_phrase else set()
    )
    return {apart} | joined


def with_synonyms(word: Word, phrases: set, synonyms: list[list[tuple]]) -> set:
    """Add what means the same, but not to what was asked for exactly."""
    if word.is_phrase:
        return phrases
    same = {form for forms in synonyms if phrases & set(forms) for form in forms if form}
    return phrases | same


def group(phrases: set, rows: list) -> Group:
    documents = dict.fromkeys((term for phrase in phrases for term in phrase), 0)
    for row in rows:
        if row.term in documents:
            documents[row.term] += row.documents
    # At most: the rarest word of a phrase, and all forms together.
    number = sum(min(documents[term] for term in phrase) for phrase in phrases)
    return Group(tuple(sorted(phrases)), number)


def corrections(reading: Reading, is_found) -> str:
    """Return the query with words that nobody has written put right, or hardly anybody; empty if it is right.

    `is_found` says whether a visitor could find a word: the vocabulary may know more than is public now.
    """
    text = str(reading.query.text)
    for word, group in zip(reading.query.wanted, reading.groups, strict=True):
        if word.is_correctable and group.documents <= RARE:
            near = vocabulary.closest(reading.locale_id, word.words[0])[:3]
            likely = (row for row in near if row.documents >= LIKELIER * group.documents)
            if better := next((row for row in likely if is_found(row.term)), None):
                text = text.replace(word.text, str(better), 1)
    return text if text != reading.query.text else ""
