"""The sentence of a text in which the words stand, with marks on them."""

from bisect import bisect_left
from collections.abc import Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.analysis import TOKEN, Analyser

LENGTH = 220
# Texts are read so far, in letters: what comes first says best what a text is about.
READ = 30_000
SENTENCE_ENDS = (". ", "! ", "? ", "… ", ": ")


def snippet(text: str, terms: frozenset[str], known: Analyser) -> SafeString:
    """Return about 220 letters around the most of the terms; empty if the text has none of them."""
    places = list(occurrences(text[:READ], terms, known))
    if not places:
        return SafeString("")
    start, end = window(text, places)
    shown = marked(text[start:end].strip(), terms, known)
    return format_html("{}{}{}", "… " if start else "", shown, " …" if end < len(text) else "")


def marked(text: str, terms: frozenset[str], known: Analyser) -> SafeString:
    """Return a text with marks on every word that stands for one of the terms."""
    pieces, last = [], 0
    for start, end, _found in occurrences(text, terms, known):
        pieces += [(text[last:start], text[start:end])]
        last = end
    html = format_html_join("", "{}<mark>{}</mark>", pieces)
    return format_html("{}{}", html, text[last:])


def occurrences(
    text: str, terms: frozenset[str], known: Analyser
) -> Iterator[tuple[int, int, frozenset]]:
    """Yield where each word with one of the terms begins and ends, and which terms it has."""
    term = known.term
    for found in TOKEN.finditer(text):
        word = found[0]
        if "-" not in word:
            has = term(word) in terms and {term(word)}
        else:
            parts = word.split("-")
            has = terms & {term("".join(parts)), *map(term, parts)}
        if has:
            yield found.start(), found.end(), frozenset(has)


def window(text: str, places: list) -> tuple[int, int]:
    """Return the stretch that holds the most different terms, from the beginning of a sentence if it can."""
    starts = [start for start, _end, _terms in places]

    def worth(first: int) -> tuple[int, int, int]:
        inside = places[first : bisect_left(starts, starts[first] + LENGTH - 20)]
        return len(frozenset().union(*(terms for *_, terms in inside))), len(inside), -first

    first = max(range(min(len(places), 500)), key=worth)
    begin = beginning(text, starts[first])
    end = min(len(text), max(begin + LENGTH, places[first][1]))
    if end < len(text):
        end = (
            text.rfind(" ", starts[first] + 1, end) if " " in text[places[first][1] : end] else end
        )
        end = max(end, places[first][1])
    return begin, end


def beginning(text: str, place: int) -> int:
    """Where to begin so that a place is shown: its sentence, or a word some way before it."""
    earliest = max(0, place - LENGTH // 2)
    if not earliest:
        return 0
    before = text[earliest:place]
    sentence = max(
        before.rfind(mark) + len(mark) if mark in before else 0 for mark in SENTENCE_ENDS
    )
    return earliest + (sentence or before.find(" ") + 1)
