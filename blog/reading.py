"""How long a text takes to read, worked out from its words without rendering it."""

import re

# Words a minute of adults. English: silent reading of non-fiction, mean of 190 studies (Brysbaert 2019,
# Journal of Memory and Language 109). Italian: Trauzettel-Klosinski & Dietz 2012 (IReST, Investigative
# Ophthalmology & Visual Science 53), measured aloud, so if anything a little long.
WORDS_PER_MINUTE = {"en": 238, "it": 188}
# The mean of the seventeen languages of IReST.
WORDS_PER_MINUTE_ELSEWHERE = 184
WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


def reading_minutes(text: str, language: str) -> int:
    """Return whole minutes, at least one; `language` is a code such as "en" or "pt-br"."""
    words = len(WORD.findall(text))
    pace = WORDS_PER_MINUTE.get(language.partition("-")[0], WORDS_PER_MINUTE_ELSEWHERE)
    return max(1, round(words / pace))
