"""What a visitor typed, made safe and read: words, "phrases" and -words."""

import re
import unicodedata
from dataclasses import dataclass

from search.analysis import TOKEN, Analyser

MOST_LETTERS = 200
MOST_WORDS = 16
# Control, format, surrogate, private and unassigned characters say nothing, and no database takes them all.
SENSELESS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
QUOTES = str.maketrans("“”„«»″", '""""""')
# A minus between spaces is a dash; a quotation mark without its pair is none.
PART = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))|"')


@dataclass(frozen=True)
class Word:
    """What must be found, or must not: one word, or several in this order."""

    text: str
    words: tuple[str, ...]
    is_phrase: bool = False
    is_excluded: bool = False

    @property
    def is_correctable(self) -> bool:
        return not self.is_phrase and not self.is_excluded and len(self.words) == 1


@dataclass(frozen=True)
class Query:
    """`wanted` without stop words, unless there is nothing else; `written` is every word, as it was typed."""

    text: str
    wanted: tuple[Word, ...]
    excluded: tuple[Word, ...]
    written: tuple[str, ...]


def clean(text: str) -> str:
    """Return what can be shown again and stored: composed, one line, at most 200 letters."""
    composed = unicodedata.normalize("NFC", text[: MOST_LETTERS * 4])
    sensible = (" " if unicodedata.category(letter) in SENSELESS else letter for letter in composed)
    return " ".join("".join(sensible).split())[:MOST_LETTERS].strip()


def parse(text: str, analyser: Analyser) -> Query:
    """Read a query; what has no letter, digit or picture in it is left out."""
    text = clean(text)
    parts, left = [], MOST_WORDS
    for found in PART.finditer(text.translate(QUOTES)):
        for word in words_in(found):
            if left >= len(word.words):
                parts.append(word)
                left -= len(word.words)
    positive = [part for part in parts if not part.is_excluded]
    telling = [
        part
        for part in positive
        if part.is_phrase or not all(map(analyser.is_stop_word, part.words))
    ]
    return Query(
        text,
        tuple(dict.fromkeys(telling or positive)),
        tuple(dict.fromkeys(part for part in parts if part.is_excluded)),
        tuple(word for part in positive for word in part.words),
    )


def words_in(found: re.Match) -> list[Word]:
    is_excluded = bool(found["minus"])
    if found["phrase"] is not None:
        words = tuple(split(found["phrase"]))
        return [Word(found["phrase"], words, True, is_excluded)] if words else []
    typed = TOKEN.findall(found["word"] or "")
    if is_excluded and typed:
        # All of -l’innovazione or none of it: a part alone would exclude what was not meant.
        return [Word(found["word"], tuple(split(found["word"])), True, True)]
    return [Word(token, tuple(token.split("-"))) for token in typed]


def split(text: str) -> list[str]:
    return [part for token in TOKEN.findall(text) for part in token.split("-")]
