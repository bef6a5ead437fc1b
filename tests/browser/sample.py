"""The post that the editor is tried with: its own text, or a real one that SAMPLE_POST points to.

A sample is a text file, one paragraph a line, and beside it an outline (`<name>.outline.md`) that says
which lines are headings, key sentence, list, quote and author; neither is part of the repository.
"""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Sample:
    title: str
    lead: list[str]
    # Kind (text, key_sentence, key_points, quote) and its paragraphs; ## and ### begin headings.
    blocks: list[tuple[str, list[str]]] = field(default_factory=list)
    speaker: str = ""
    author: str = ""
    author_role: str = ""
    author_bio: list[str] = field(default_factory=list)

    def sentences(self) -> list[str]:
        """Return everything that a reader must find, in reading order."""
        body = [paragraph.lstrip("# ") for _kind, lines in self.blocks for paragraph in lines]
        return [self.title, *self.lead, *body, self.author, self.author_role, *self.author_bio]


OWN = Sample(
    title="What a village fair taught our newsroom",
    lead=["We went for the cheese.", "We came back with a list, and here it is."],
    blocks=[
        ("text", ["## The long table", "Everybody sat where there was room. Nobody had a badge."]),
        ("key_sentence", ["A long table has no head."]),
        (
            "text",
            ["People who had written to each other for years shared a bench.", "## What we saw"],
        ),
        (
            "key_points",
            [
                "A fair is alive when the butcher and the baker argue about music, and both stay for the concert.",
                "A fair is alive when children know where the electricity comes from and grown-ups have to ask.",
                "A fair is alive when the rain sends everybody under one roof, and no one looks at the time.",
                "A fair is alive when you leave with a plate that is not yours and bring it back next year.",
            ],
        ),
        (
            "text",
            ["## A voice from the kitchen", "The cook spoke for a minute, and we wrote it down."],
        ),
        (
            "quote",
            [
                "I always make too much. If I made the right amount, the last guest would be hungry.",
                "Would you tell them to come earlier? I would not. I would buy more flour.",
            ],
        ),
        (
            "text",
            [
                "That is a plan.",
                "### Make too much",
                "We shall.",
                "### Expect the last guest",
                "He is late.",
            ],
        ),
    ],
    speaker="Carla Bonfanti",
    author="Nino Prova",
    author_role="Reporter of fairs",
    author_bio=["Writes about food and the people around it. Has never left a fair early."],
)


def sample() -> Sample:
    path = os.environ.get("SAMPLE_POST")
    return parse(Path(path)) if path else OWN


def parse(path: Path) -> Sample:
    outline = path.with_suffix("").with_suffix(".outline.md").read_text()
    furniture = re.findall(r"`([^`]+)`", outline.split("Furniture")[1].split("\n")[0])
    text = path.read_text()
    for words in furniture:
        text = re.sub(re.escape(words), "", text, flags=re.IGNORECASE)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    headings = {
        plain(title): f"{'#' * int(level)} "
        for level, title in re.findall(r'h([23]) "([^"]+)"', outline)
    }
    key_sentence = plain(re.search(r'key sentence "([^"]+)"', outline)[1])
    point_start = plain(re.search(r'items that begin "([^"]+)"', outline)[1])
    quote_start, speaker = re.search(r'from "([^"]+)" to "[^"]+", by ([^(]+?) \(', outline).groups()
    author, role = re.search(r'Author card: ([^,]+), role "([^"]+)"', outline).groups()

    found = Sample(title=lines[0], lead=[], speaker=speaker, author=author, author_role=role)
    for number, line in enumerate(lines[1:], start=1):
        if plain(line) == plain(f"{author} - {role}"):
            found.author_bio = [" ".join(lines[number + 1 :])]
            break
        kind, words = "text", line
        if plain(line) in headings:
            words = headings[plain(line)] + line
        elif plain(line) == key_sentence:
            kind = "key_sentence"
        elif plain(line.lstrip("• \t")).startswith(point_start):
            kind, words = "key_points", line.lstrip("• \t")
        elif plain(line).startswith(plain(quote_start)):
            kind = "quote"
        if not found.blocks and words == line:
            found.lead.append(line)
        elif found.blocks and found.blocks[-1][0] == kind:
            found.blocks[-1][1].append(words)
        else:
            found.blocks.append((kind, [words]))
    return found


def plain(text: str) -> str:
    """Return a text in a form that compares: straight apostrophes, single spaces."""
    return " ".join(text.replace("’", "'").replace("‘", "'").split())
