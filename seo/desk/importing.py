"""Titles and descriptions from a table: compared first, line by line, then written all at once or not at all."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from seo.desk.export import slim
from seo.desk.sheets import Sheet, sheets
from seo.desk.state import FIELDS, State, Values, states_of
from seo.desk.writing import ChangedError, RefusedError, change, cleaned
from seo.tables import UnreadableTableError, as_written, table_of

# A table of a whole site may come back; what it changes is saved in one go, which a request must have time for.
MOST_ROWS, MOST_CHANGES, MOST_BYTES = 200_000, 500, 64 * 1024 * 1024
AT_ONCE = 1000
FORMULA = "="


@dataclass(frozen=True)
class Line:
    """One row of the file, with what it wants."""

    number: int
    name: str
    key: int | None
    version: str
    values: Values


@dataclass
class Plan:
    """What a table would do: `changes` and `report` as MetadataImport keeps them."""

    unchanged: int = 0
    changes: list[tuple[int, str, int, str, Values]] = field(default_factory=list)
    report: list[dict[str, str | int]] = field(default_factory=list)

    def note(self, line: Line, problem: str = "", state: State | None = None) -> None:
        before = state.shown if state else {}
        self.report.append(
            {
                "line": line.number,
                "id": line.name,
                "problem": problem,
                **{f"{name}_before": before.get(name, "") for name in FIELDS},
                **{name: line.values.get(name, before.get(name, "")) for name in FIELDS},
            }
        )


def plan(content: bytes, user) -> Plan:
    """Say what a file would do for this user; writes nothing."""
    outcome, by_sheet = Plan(), defaultdict(list)
    known, lines = sheets(), list(lines_of(content))
    times = Counter(line.name for line in lines)
    for line in lines:
        slug = line.name.rpartition("-")[0]
        if slug not in known or line.key is None:
            outcome.note(line, _("There is no such page or record."))
        elif times[line.name] > 1:
            outcome.note(line, _("It stands in several lines."))
        elif any(text.startswith(FORMULA) for text in line.values.values()):
            outcome.note(line, _("A formula. If it is meant, write ' before it."))
        else:
            by_sheet[slug].append(line)
    for slug, some in by_sheet.items():
        compare(known[slug], some, user, outcome)
    if len(outcome.changes) > MOST_CHANGES:
        raise UnreadableTableError(
            _("The file changes %(rows)s lines; at most %(most)s can be written at once.")
            % {"rows": len(outcome.changes), "most": MOST_CHANGES}
        )
    outcome.report.sort(key=lambda entry: entry["line"])
    return outcome


def lines_of(content: bytes) -> Iterator[Line]:
    if len(content) > MOST_BYTES:
        raise UnreadableTableError(
            _("The file is larger than %(most)s MB.") % {"most": MOST_BYTES // 1024 // 1024}
        )
    table = table_of(content, MOST_ROWS)
    places = {name: table.place({name}) for name in ("id", "version", *FIELDS)}
    missing = [name for name in ("id", "version") if places[name] is None]
    if missing or not any(places[name] is not None for name in FIELDS):
        names = ", ".join(missing or FIELDS)
        raise UnreadableTableError(
            _("A column is missing: %(names)s. Start from a file that was downloaded here.")
            % {"names": names}
        )
    given = [name for name in FIELDS if places[name] is not None]
    for number, row in table.rows:
        name, version, *texts = table.cells(
            row, places["id"], places["version"], *(places[name] for name in given)
        )
        key = name.rpartition("-")[2]
        values = {
            field: text if text.startswith(FORMULA) else as_written(text)
            for field, text in zip(given, texts, strict=True)
        }
        number_of = int(key) if key.isdecimal() and len(key) < 19 else None
        yield Line(number, name, number_of, version, values)


def compare(sheet: Sheet, lines: list[Line], user, outcome: Plan) -> None:
    editable = slim(sheet, sheet.editable(user))
    for start in range(0, len(lines), AT_ONCE):
        some = lines[start : start + AT_ONCE]
        states = states_of(list(editable.filter(pk__in=[line.key for line in some])))
        for line in some:
            compare_line(sheet, line, states.get(line.key), outcome)


def compare_line(sheet: Sheet, line: Line, state: State | None, outcome: Plan) -> None:
    if state is None:
        outcome.note(line, _("There is no such page or record, or you may not change it."))
        return
    try:
        values = cleaned(sheet, line.values)
    except ValidationError as error:
        outcome.note(line, " ".join(error.messages), state)
        return
    if state.with_values(values) == state or values == {name: state.shown[name] for name in values}:
        outcome.unchanged += 1
    elif state.version != line.version:
        outcome.note(line, _("Somebody has changed it since the file was downloaded."), state)
    else:
        outcome.changes.append((line.number, sheet.slug, line.key, line.version, values))
        outcome.note(line, "", state)


@transaction.atomic
def write(changes: list, user) -> dict[int, str]:
    """Write all changes, or none if one of them is refused by now; return the problems by line."""
    known, problems = sheets(), {}
    for number, slug, key, version, values in changes:
        try:
            change(known[slug], key, user, values, version)
        except (RefusedError, ChangedError) as problem:
            problems[number] = str(problem)
    if problems:
        transaction.set_rollback(True)
    return problems
