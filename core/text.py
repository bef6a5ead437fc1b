"""Text without its markup."""

import re
from html import unescape

# Of what our editor writes, in which every other “<” is an entity. What comes out is text, to be escaped again.
TAG = re.compile(r"<[^>]*>")
# Where words of rich text that touch in its markup stand apart.
END_OF_LINE = re.compile(r"</(?:p|li|h2|h3)>|<br/>")


def plain_text(html: str) -> str:
    """Return rich text as one line without tags or entities."""
    spaced = END_OF_LINE.sub(r"\g<0> ", html)
    return " ".join(unescape(TAG.sub("", spaced)).split())
