"""The order of the best results: what the engine finds, weighed by how well the title answers the query."""

from search.analysis import Analyser, folded, words
from search.engines import Group

# How much more a document counts that has all the words; one whose title is about them; whose title is them as written.
ALL_WORDS = 0.5
TITLE_TERMS = 1.0
TITLE_WORDS = 0.7


def ranked_again(
    scores: dict[int, float],
    titles: dict[int, str],
    complete: set[int],
    groups: tuple[Group, ...],
    written: tuple[str, ...],
    known: Analyser,
) -> list[int]:
    """Return the documents in their final order; `complete` are those with all the words."""
    spelled = {folded(word) for word in written}
    wanted = [group.terms for group in groups]

    def weight(pk: int) -> float:
        title = list(words(titles.get(pk, "")))
        bonus = TITLE_TERMS * terms_in_common(wanted, title, known)
        bonus += TITLE_WORDS * in_common(spelled, {folded(word) for word in title})
        return scores[pk] * (1 + bonus) * (1 + ALL_WORDS * (pk in complete))

    weights = {pk: weight(pk) for pk in scores}
    return sorted(weights, key=lambda pk: (-weights[pk], -pk))


def terms_in_common(wanted: list[frozenset[str]], title: list[str], known: Analyser) -> float:
    """How much of the query the title has, times how much of the title, but for stop words, is of the query."""
    terms = {known.term(word) for word in title if not known.is_stop_word(word)}
    if not terms or not wanted:
        return 0
    covered = sum(bool(group & terms) for group in wanted) / len(wanted)
    return covered * len(terms & frozenset().union(*wanted)) / len(terms)


def in_common(some: set[str], others: set[str]) -> float:
    return len(some & others) / len(some | others) if others else 0
