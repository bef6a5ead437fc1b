"""One analyser for both databases, used when indexing and when searching, so that both rank alike."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer  # ty: ignore[import-not-found]

from search.stop_words import STOP_WORDS

# The names of the Snowball stemmers; in a language without one, words compare as they are written.
STEMMERS = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
# What may follow a single letter and make a name of it: C++, C#.
SIGNS = {"++": "plusplus", "#": "sharp"}
MARKS = "\u0300-\u036f"
PICTURES = "\u2600-\u27bf\U0001f300-\U0001faff"
TOKEN = re.compile(
    rf"[^\W\d_](?:\+\+|#)(?!\w)|[{PICTURES}]|[^\W_]+(?:[{MARKS}]+[^\W_]*)*(?:-[^\W_]+)*"
)
LONGEST_TERM = 40
MOST_REMEMBERED = 200_000


@dataclass(frozen=True)
class Token:
    """A word where it stands in a text; hyphens may join several parts."""

    text: str
    start: int

    @property
    def parts(self) -> list[str]:
        return self.text.split("-")


def tokens(text: str) -> Iterator[Token]:
    for found in TOKEN.finditer(text):
        yield Token(found[0], found.start())


def tokenised(text: str) -> list[str]:
    """Return the words of a text in order; what hyphens join is one."""
    return TOKEN.findall(text)


def parts(tokens: list[str]) -> list[str]:
    """Take apart what hyphens join."""
    if not any("-" in token for token in tokens):
        return tokens
    return [part for token in tokens for part in token.split("-")]


def words(text: str) -> list[str]:
    """Return the words of a text in order, those that hyphens join one by one."""
    return parts(tokenised(text))


def folded(word: str) -> str:
    """Return a word in lower case without accents, as people type it in a hurry."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if letter.isalnum())


class Terms(dict):
    """Remembers the term of every word, for a text has few words that no other has."""

    def __init__(self, make: Callable[[str], str]):
        super().__init__()
        self.make = make

    def __missing__(self, word: str) -> str:
        if len(self) > MOST_REMEMBERED:
            self.clear()
        term = self[word] = self.make(word)
        return term


class Analyser:
    """The words of one language, and the terms that stand for them in the index: `term(word)` returns it.

    A term is made of small letters and digits only, at most 40.
    """

    def __init__(self, language: str):
        base = language.partition("-")[0]
        name = STEMMERS.get(base)
        self._stem = Stemmer.Stemmer(name, 0).stemWord if name else str
        self._stop_words = STOP_WORDS.get(base, frozenset())
        self.term = Terms(self._make_term).__getitem__

    def _make_term(self, word: str) -> str:
        if not word:
            return ""
        if word[1:] in SIGNS:
            return folded(word[0]) + SIGNS[word[1:]]
        if len(word) == 1 and not word.isalnum():
            return f"u{ord(word):x}"
        # Accents go after the stem is taken, for they tell the stemmer where a word ends.
        return folded(self._stem(word.casefold()))[:LONGEST_TERM] or f"u{ord(word[0]):x}"

    def terms(self, text: str) -> list[str]:
        return self.terms_of(tokenised(text))

    def terms_of(self, tokens: list[str]) -> list[str]:
        """Return their terms in order; at the end what hyphens join, as one word: e-mail, GPT-4."""
        joined = [token.replace("-", "") for token in tokens if "-" in token]
        return list(map(self.term, parts(tokens) + joined if joined else tokens))

    def is_stop_word(self, word: str) -> bool:
        return word.casefold() in self._stop_words


@lru_cache
def analyser(language: str) -> Analyser:
    return Analyser(language)
