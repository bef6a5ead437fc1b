"""Text that means nothing, with words as frequent as in a real language and streams as nested as real ones."""

import random
from bisect import bisect
from itertools import accumulate
from uuid import UUID

from search.stop_words import STOP_WORDS

WORDS, TOPICS, TOPIC_WORDS = 120_000, 400, 60
# Of a real text about half the words are such that stand in every text, and a fifth belong to its subject.
COMMON_SHARE, TOPIC_SHARE = 0.45, 0.2
# By Zipf and Mandelbrot the word of rank r is used about 1 / (r + 2.7) times as often.
OFFSET = 2.7
SYLLABLES = {
    "it": "ba be bi bo ca che chi co da de di do fa fe fi fo ga ghe la le li lo ma me mi mo na ne ni no pa pe pi po "
    "qua ra re ri ro sa se si so sta stra ta te ti to tra tre va ve vi vo za zio glia gno",
    "en": "ba ber bil con cra dar den dle er fen fil ga gra hal hen in ker lan len ler lo mar men mi nor on per plo "
    "qua ra ren ri ro ser sha sil sta ster tan ten ther tic tor tra tri un val ver wa wen wor",
}
ENDINGS = {
    "it": ("o", "a", "i", "e", "zione", "zioni", "mente", "are"),
    "en": ("", "s", "ed", "ing", "er", "ness"),
}


class Language:
    """Words with their frequencies, and subjects with words of their own."""

    def __init__(self, code: str, seed: int):
        rng = random.Random(f"{seed}-{code}")
        syllables = SYLLABLES[code].split()
        self.common = sorted(STOP_WORDS[code])
        words: dict[str, None] = {}
        while len(words) < WORDS:
            stem = "".join(rng.choice(syllables) for _ in range(rng.choice((2, 2, 3, 3, 4))))
            words[stem + rng.choice(ENDINGS[code])] = None
        self.words = list(words)
        self.weights = list(accumulate(1 / (rank + OFFSET) for rank in range(WORDS)))
        self.topics = [rng.sample(self.words, TOPIC_WORDS) for _ in range(TOPICS)]
        self.topic_weights = list(accumulate(1 / (rank + OFFSET) for rank in range(TOPIC_WORDS)))

    def text(self, rng: random.Random, topic: list[str], length: int) -> list[str]:
        kinds = rng.random
        return [
            self.common[int(kinds() ** 2 * len(self.common))]
            if (kind := kinds()) < COMMON_SHARE
            else topic[bisect(self.topic_weights, kinds() * self.topic_weights[-1])]
            if kind < COMMON_SHARE + TOPIC_SHARE
            else self.words[bisect(self.weights, kinds() * self.weights[-1])]
            for _ in range(length)
        ]


def sentence(words: list[str]) -> str:
    return " ".join(words).capitalize() + "."


def stream(rng: random.Random, words: list[str]) -> list[dict]:
    """Return a body as it is stored: prose with headings, a quote, and points with a title and leads."""
    blocks, at = [], 0

    def uid() -> str:
        return str(UUID(int=rng.getrandbits(128), version=4))

    def take(number: int) -> list[str]:
        nonlocal at
        at += number
        return words[at - number : at]

    while at < len(words):
        paragraphs = "".join(f"<p>{sentence(some)}</p>" for some in (take(45), take(45)) if some)
        heading = " ".join(take(4)).capitalize()
        blocks.append(("text", f"<h2>{heading}</h2>{paragraphs}" if heading else paragraphs))
        if len(blocks) == 1 and at < len(words):
            blocks.append(
                (
                    "quote",
                    {
                        "quote": f"<p>{sentence(take(30))}</p>",
                        "name": "N. N.",
                        "role": "",
                        "person": None,
                        "source_title": "",
                        "source_url": "",
                        "language": "",
                    },
                )
            )
        if len(blocks) == 3 and at < len(words):
            points = [
                {"lead": " ".join(take(2)), "body": f"<p>{sentence(take(14))}</p>"}
                for _ in range(3)
            ]
            blocks.append(
                (
                    "key_points",
                    {
                        "title": " ".join(take(3)),
                        "style": "bulleted",
                        "items": [
                            {"type": "item", "value": point, "id": uid()} for point in points
                        ],
                    },
                )
            )
    return [{"type": kind, "value": value, "id": uid()} for kind, value in blocks]
