"""What both engines are asked: groups of terms, and the labels that every result must carry."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Group:
    """Phrases (tuples of terms) any of which will do, and about how many documents hold one."""

    phrases: tuple[tuple[str, ...], ...]
    documents: int = 0

    @property
    def terms(self) -> frozenset[str]:
        return frozenset(term for phrase in self.phrases for term in phrase)


@dataclass(frozen=True)
class Match:
    """Documents with every group (or, `loosely`, with any), no excluded one, and all labels.

    `total`: how many documents the language has, by which the rarity of a term is judged.
    """

    groups: tuple[Group, ...]
    labels: tuple[str, ...]
    excluded: tuple[Group, ...] = ()
    loosely: bool = False
    in_title: bool = False
    total: int = 0

    def loose(self) -> "Match":
        return replace(self, loosely=True)
