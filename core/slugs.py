"""Addresses made from titles: what each language leaves out of them, in Wagtail's form and in Python alike."""

import re
from functools import cache

from django.utils.text import slugify
from wagtail.admin.widgets.slug import SlugInput
from wagtail.coreutils import string_to_ascii
from wagtail.models import Locale

LONGEST = 255
APOSTROPHE = "['`\u00b4\u02bc\u2018\u2019]"
# Words that lean on the next one with an apostrophe, and words that say nothing by themselves.
ELIDED = {
    "it": "l un d c m t s v n gl cos com dov quell quest bell sant all coll dall dell nell sull",
}
STOP_WORDS = {
    "en": "a an the and or of in on at to for by with from",
    "it": (
        "il lo la i gli le un uno una di a ad da in con su per tra fra e ed o od "
        "al allo alla ai agli alle dal dallo dalla dai dagli dalle del dello della dei degli delle "
        "nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col coi"
    ),
}


@cache
def rules_of(language: str) -> list[tuple[re.Pattern, str]]:
    """Return what is replaced in a title, in this order, by patterns that JavaScript reads alike.

    A slug that somebody has typed passes them too: its words hang together by hyphens, so that it stays as it is.
    """
    # The last is the one ligature that Wagtail’s script drops.
    rules = [("[/\u2013\u2014]", " "), ("\u0153", "oe")]
    if elided := any_of(ELIDED.get(language, "")):
        rules += [(rf'(^|[\s(«“"-])(?:{elided}){APOSTROPHE}(?=\S)', r"\1"), (APOSTROPHE, " ")]
    if stop := any_of(STOP_WORDS.get(language, "")):
        other = rf"(?!(?:{stop})(?:\s|$))\S"
        # Only where another word is left: those before one, then those after the last.
        rules += [
            (rf"(^|\s)(?:{stop})(?=\s(?:.*\s)?{other})", r"\1"),
            (rf"(^|\s)({other}+)(?:\s+(?:{stop}))+\s*$", r"\1\2"),
        ]
    rules.append((r"^[\s-]+", ""))
    return [(re.compile(pattern, re.IGNORECASE), kept) for pattern, kept in rules]


def any_of(words: str) -> str:
    return "|".join(words.split())


def slug_of(title: str, language: str) -> str:
    """Return the address that a title leads to; empty if it has no letter that an address can hold."""
    for pattern, kept in rules_of(language):
        title = pattern.sub(kept, title)
    return slugify(string_to_ascii(title))[:LONGEST].strip("-")


def slug_attributes(locale: Locale) -> dict[str, str]:
    """Return the attributes of a field by which Wagtail's script makes the same of a title while it is typed."""
    rules = rules_of(locale.language_code)
    formatters = [(pattern, kept.replace("\\", "$")) for pattern, kept in rules]
    return SlugInput(formatters=formatters, locale=locale).attrs
