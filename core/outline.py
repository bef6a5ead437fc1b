"""The headings of a body in order, each with an address of its own that stays while the words do."""

from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from django.utils.text import slugify

HEADINGS = ("h2", "h3")
CONTENTS_FROM = 3
LONGEST_ANCHOR = 60
# Addresses that the page around the body uses itself.
TAKEN = frozenset(
    [
        *(f"suggestions-{box}" for box in range(2)),
        *(f"footer-{column}" for column in range(1, 10)),
        "footer-social",
        "languages-note",
        "main",
        "menu",
        "related-title",
        "search-query",
        "series",
        "series-title",
        "share-title",
        "tags-title",
        "top",
    ]
)


@dataclass(frozen=True)
class Heading:
    text: str
    anchor: str
    level: int


@dataclass
class Outline:
    """`headings` in reading order; `anchors` are those of each block, by the block's id."""

    headings: list[Heading] = field(default_factory=list)
    anchors: dict[str, list[str]] = field(default_factory=dict)

    @property
    def contents(self) -> list[Heading]:
        """What a list of contents shows; empty for a text too short to need one."""
        return self.headings if len(self.headings) >= CONTENTS_FROM else []

    def add(self, block_id: str, text: str, level: int) -> None:
        anchor = self.free(slugify(text)[:LONGEST_ANCHOR].strip("-") or "section")
        self.headings.append(Heading(text, anchor, level))
        self.anchors.setdefault(block_id, []).append(anchor)

    def free(self, wanted: str) -> str:
        used = TAKEN | {heading.anchor for heading in self.headings}
        anchor, number = wanted, 1
        while anchor in used:
            number += 1
            anchor = f"{wanted}-{number}"
        return anchor


def outline(stream) -> Outline:
    """Read the headings of a body stream, those inside its prose and those that are blocks."""
    found = Outline()
    for block in stream:
        if block.block_type == "heading" and (text := one_line(block.value["text"] or "")):
            found.add(block.id, text, int(block.value["level"][1]))
        elif block.block_type == "text":
            for heading in headings_in(block.value.source)[1]:
                found.add(block.id, one_line(heading.get_text()), int(heading.name[1]))
    return found


def headings_in(html: str) -> tuple[BeautifulSoup | None, list[Tag]]:
    """Parse rich text and return its tree with the headings that have words; no tree if it has none."""
    if not any(f"<{name}" in html for name in HEADINGS):
        return None, []
    tree = BeautifulSoup(html, "html.parser")
    return tree, [heading for heading in tree.find_all(HEADINGS) if one_line(heading.get_text())]


def anchored(html: str, anchors: list[str]) -> str:
    """Give the headings of rich text their addresses, and make each a link to itself."""
    tree, headings = headings_in(html)
    if tree is None:
        return html
    for heading, anchor in zip(headings, anchors, strict=False):
        heading["id"] = anchor
        # A link cannot hold another one; such a heading is reached from the list of contents.
        if not heading.find("a"):
            link = tree.new_tag("a", attrs={"class": "anchor", "href": f"#{anchor}"})
            link.extend(list(heading.contents))
            heading.append(link)
    return str(tree)


def one_line(text: str) -> str:
    return " ".join(text.split())
