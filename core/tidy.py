"""What is left to do after a paste: Draftail keeps headings, bold, links and lists, and some emptiness."""

import re

# Of what the editor’s converter writes, in which every other “<” is an entity.
TAG = re.compile(r"(<[^>]*>)")
LINE = re.compile(r"</?(?:p|h[1-6]|li|ul|ol|hr|br|div|embed)\b")
# A single non-breaking space between two words stands there on purpose.
GAP = re.compile(r"[ \t\r\n]*[ \t\r\n][ \t\r\n\u00a0]*|\u00a0{2,}[ \t\r\n\u00a0]*|\u00a0[ \t\r\n]+")
HEADING = re.compile(r"<(h[1-6])\b.*?</\1>", re.DOTALL)
BOLD = re.compile(r"</?(?:b|strong)>")
EMPTY = re.compile(r"<(b|strong|i|em|a|p|h[1-6]|li|ul|ol)\b[^>]*></\1>")


def tidy(html: str) -> str:
    """Return rich text without empty lines, gaps of several spaces, and boldness where everything is bold."""
    html = HEADING.sub(lambda match: BOLD.sub("", match[0]), html)
    html = without_gaps(html)
    while (shorter := EMPTY.sub("", html)) != html:
        html = shorter
    return html


def without_gaps(html: str) -> str:
    """Leave one space where there are several, tags between them or not, and none where a line begins or ends."""
    pieces, last = [], None
    for piece in TAG.split(html):
        if LINE.match(piece):
            if last is not None:
                pieces[last] = pieces[last].rstrip(" \u00a0")
            last = None
        elif piece and not piece.startswith("<"):
            piece = GAP.sub(" ", piece)
            if last is None:
                piece = piece.lstrip(" \u00a0")
            elif pieces[last].endswith(" "):
                piece = piece.removeprefix(" ")
            last = len(pieces) if piece else last
        pieces.append(piece)
    if last is not None:
        pieces[last] = pieces[last].rstrip(" \u00a0")
    return "".join(pieces)
