"""Words set into a box: broken into even lines, and smaller until they fit."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PIL.ImageFont import FreeTypeFont

NOTHING = "\uffff"
ELLIPSIS = "…"
LEADING = 1.08
# From this size in pixels on, a word is rather set smaller than broken.
BREAKING_SIZE = 60


@dataclass(frozen=True)
class Face:
    font: FreeTypeFont

    def width(self, text: str) -> float:
        return self.font.getlength(text)

    def known(self, text: str) -> str:
        """The text on one line without what the font cannot write: better than a row of boxes."""
        missing = self.shape(NOTHING)
        return " ".join(
            "".join(
                character if character.isspace() or self.shape(character) != missing else " "
                for character in text
            ).split()
        )

    def shape(self, character: str) -> bytes:
        return bytes(self.font.getmask(character))


def shortened(text: str, face: Face, width: float) -> str:
    """Return as much of the text as one line holds."""
    text = face.known(text)
    if face.width(text) <= width:
        return text
    while text and face.width(text + ELLIPSIS) > width:
        text = text[:-1]
    return text.rstrip(" ,;:–-") + ELLIPSIS if text else ""


def fitted(
    text: str, face_of: Callable[[int], Face], sizes: Iterable[int], box: tuple[int, int]
) -> tuple[int, list[str]]:
    """Return the largest size, in pixels, in which the text fits into a box, and its lines there.

    What does not fit in the smallest either is cut short.
    """
    width, height = box
    size, lines, room, known = 0, [], 0, None
    for size in sizes:
        face, room = face_of(size), int(height / (size * LEADING))
        known = face.known(text) if known is None else known
        lines = broken(known, face, width)
        whole = all(face.width(word) <= width for word in known.split())
        if len(lines) <= room and (whole or size < BREAKING_SIZE):
            return size, balanced(known, face, width)
    rest = " ".join(lines[room - 1 :])
    return size, [*lines[: room - 1], shortened(rest, face_of(size), width)]


def balanced(text: str, face: Face, width: float) -> list[str]:
    """Break a text into as few lines as the width asks for, and those as even as can be."""
    lines = broken(text, face, width)
    narrow, wide = width / 2, float(width)
    while wide - narrow > 8:
        middle = (narrow + wide) / 2
        if len(broken(text, face, middle)) > len(lines) or any(
            face.width(word) > middle for word in text.split()
        ):
            narrow = middle
        else:
            wide = middle
    return broken(text, face, wide)


def broken(text: str, face: Face, width: float) -> list[str]:
    """Break a text between words; one that is wider than a line is broken inside."""
    lines, line = [], ""
    for word in text.split():
        joined = f"{line} {word}".strip()
        if face.width(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        while len(word) > 1 and face.width(word) > width:
            fitting = bisect_right(
                range(1, len(word) + 1), width, key=lambda end, word=word: face.width(word[:end])
            )
            lines.append(word[: max(1, fitting)])
            word = word[max(1, fitting) :]
        line = word
    return [*lines, line] if line else lines
