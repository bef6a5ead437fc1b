"""The words of public texts: counted as documents come and go, looked up when a query is read."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Max
from rapidfuzz.distance import OSA

from search.analysis import analyser, folded, tokenised
from search.engines import engine
from search.models import VocabularyWord
from search.models.vocabulary import START

LONGEST_WORD, LONGEST_FOLDED = 60, 80
# Word lengths: corrected from the first on, by two letters from the second on.
CORRECTED_FROM, TWO_SLIPS_FROM = 4, 7
VARIANT_LETTERS = 7


def words_of(*texts: str) -> set[str]:
    """Return the words of a document, once each in lower case; the empty one, which stands in each, counts them all."""
    lowered = set(map(str.casefold, tokenised(" ".join(texts))))
    # Taken apart at the end: few words are joined by hyphens, or so long.
    odd = {word for word in lowered if "-" in word or len(word) > LONGEST_WORD}
    single = {part for word in odd for part in word.split("-") if len(part) <= LONGEST_WORD}
    return lowered - odd | single | {""}


def adopt(locale, change: Counter) -> None:
    """Add to the counts of words (or take off); new words come in, those of no document go."""
    term = analyser(locale.language_code).term
    # In order, so that two at once never wait for each other.
    rows = [
        (locale.pk, word, plain := folded(word)[:LONGEST_FOLDED], term(word), plain[:START], number)
        for word, number in sorted(change.items())
        if number
    ]
    newest = VocabularyWord.objects.aggregate(key=Max("pk"))["key"] or 0
    engine().count_words(rows)
    # Not by language: PostgreSQL would walk over all words of it.
    add_variants(VocabularyWord.objects.filter(pk__gt=newest), locale.pk)
    if any(row[-1] < 0 for row in rows):
        VocabularyWord.objects.filter(documents__lte=0).delete()


def add_variants(new, locale_id: int) -> None:
    engine().add_variants(
        [
            (pk, variant)
            for pk, language, word in new.values_list("pk", "locale_id", "folded")
            if language == locale_id and len(word) >= CORRECTED_FROM and word.isalpha()
            for variant in variants(word)
        ]
    )


def variants(word: str) -> set[str]:
    """Return the beginning of a word, and each form of it with a letter left out."""
    start = word[:VARIANT_LETTERS]
    return {start} | {start[:place] + start[place + 1 :] for place in range(len(start))}


def look_up(locale_id: int, wanted: Iterable[str], terms: Iterable[str]) -> list[VocabularyWord]:
    """Return the words that are written so but for accents, or share a term, in one query."""
    rows = VocabularyWord.objects.filter(locale_id=locale_id)
    # Not one condition with OR, for which SQLite would walk over all words of the language.
    written = rows.filter(folded__in={folded(word) for word in wanted})
    return list(written.union(rows.filter(term__in=set(terms))))


def closest(locale_id: int, word: str) -> list[VocabularyWord]:
    """Return the words a slip or two away from one that nobody has written, the likeliest first."""
    plain = folded(word)
    if len(plain) < CORRECTED_FROM or not plain.isalpha():
        return []
    most = 2 if len(plain) >= TWO_SLIPS_FROM else 1
    near = VocabularyWord.objects.filter(locale_id=locale_id, variants__text__in=variants(plain))
    slips = {}
    for found in near.distinct().order_by("-documents")[:500]:
        distance = OSA.distance(plain, found.folded, score_cutoff=most)
        if 0 < distance <= most:
            slips[found] = (distance, -found.documents)
    return sorted(slips, key=slips.__getitem__)


def beginning(locale_id: int, start: str, most: int) -> list[VocabularyWord]:
    """Return the commonest words that begin so; none for fewer letters than three."""
    plain = folded(start)
    if len(plain) < START:
        return []
    rows = VocabularyWord.objects.filter(
        locale_id=locale_id, start=plain[:START], folded__startswith=plain
    )
    return list(rows.order_by("-documents")[:most])
