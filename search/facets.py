"""What a search can be narrowed by, and the labels that stand for it in the index."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from blog.models import Category, Tag
from people.models import Person

# No letter of any word, so that no word can pass for a label; one for each facet follows.
SIGN = "§"
LETTERS = {"language": "l", "type": "k", "category": "c", "tag": "t", "author": "a", "year": "y"}
TITLES = {
    "type": _("Type"),
    "category": _("Category"),
    "author": _("Author"),
    "tag": _("Tag"),
    "year": _("Year"),
}
TYPES = {
    "post": _("Posts"),
    "page": _("Pages"),
    "person": _("People"),
    "document": _("Documents"),
}
MOST_CHOICES = 8


@dataclass(frozen=True)
class Choice:
    """One value of a facet: in the address, in the index, and as readers see it."""

    value: str
    label: str
    title: str
    count: int = 0
    is_chosen: bool = False


@dataclass(frozen=True)
class Facet:
    name: str
    choices: list[Choice]

    @property
    def title(self) -> str:
        return TITLES[self.name]


def label(facet: str, value) -> str:
    return f"{SIGN}{LETTERS[facet]}{value}"


def keys(facet: str, labels: Iterable[str]) -> list[str]:
    """Return the values of one facet among labels."""
    prefix = label(facet, "")
    return [name.removeprefix(prefix) for name in labels if name.startswith(prefix)]


def records(facet: str, locale_id: int):
    """What the choices of a facet are records of; None for the type and the year."""
    if facet == "category":
        return Category.objects.filter(locale_id=locale_id)
    if facet == "tag":
        return Tag.objects.all()
    if facet == "author":
        return Person.objects.published().filter(locale_id=locale_id)
    return None


def chosen(parameters, locale_id: int) -> dict[str, Choice]:
    """Return what an address narrows the search by; 404 for what there is not, as in any listing."""
    found = {}
    for name in TITLES:
        if value := parameters.get(name, ""):
            found[name] = choice_of(name, value, locale_id)
    return found


def choice_of(name: str, value: str, locale_id: int) -> Choice:
    rows = records(name, locale_id)
    if rows is not None:
        record = rows.filter(slug=value).first() if "\x00" not in value else None
        if record is None:
            raise Http404
        return Choice(value, label(name, record.pk), str(record), is_chosen=True)
    if name == "type" and value in TYPES:
        return Choice(value, label(name, value), str(TYPES[value]), is_chosen=True)
    if name == "year" and value.isascii() and value.isdecimal() and len(value) == 4:
        return Choice(value, label(name, value), value, is_chosen=True)
    raise Http404


def facets(counts: Counter, narrowed: dict[str, Choice], locale_id: int) -> list[Facet]:
    """Return each facet that is chosen or would part the results, its commonest values first."""
    found = []
    for name in TITLES:
        if name in narrowed:
            found.append(Facet(name, [narrowed[name]]))
            continue
        prefix = label(name, "")
        common = Counter({key: n for key, n in counts.items() if key.startswith(prefix)})
        if len(common) > 1:
            found.append(
                Facet(name, choices(name, dict(common.most_common(MOST_CHOICES)), locale_id))
            )
    return found


def choices(name: str, counts: dict[str, int], locale_id: int) -> list[Choice]:
    rows = records(name, locale_id)
    if name == "year":
        counts = dict(sorted(counts.items(), reverse=True))
    if rows is None:
        titles = {key: (key, TYPES.get(key, key)) for key in keys(name, counts)}
    else:
        titles = {
            str(row.pk): (row.slug, str(row)) for row in rows.filter(pk__in=keys(name, counts))
        }
    return [
        Choice(titles[key][0], marked, str(titles[key][1]), count)
        for marked, count in counts.items()
        for key in keys(name, [marked])
        if key in titles
    ]
