"""Tables as CSV files: read whatever a spreadsheet program makes of them, written so that it runs nothing of them."""

import csv
import io
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django import forms
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.exports import FORMULA

BYTE_ORDER_MARK = "\ufeff"
QUOTE = "'"


class UnreadableTableError(Exception):
    """The file is no table of the kind that is wanted; says why, in a sentence for editors."""


class TableForm(forms.Form):
    table = forms.FileField(
        label=gettext_lazy("CSV file"), validators=[FileExtensionValidator(["csv", "txt"])]
    )


@dataclass
class Table:
    """The names of the columns in lower case, and the rows that hold anything, each with its line."""

    names: list[str]
    rows: list[tuple[int, list[str]]]

    def place(self, names: Collection[str]) -> int | None:
        """Where the column with one of these names stands."""
        return next((place for place, name in enumerate(self.names) if name in names), None)

    @staticmethod
    def cells(row: list[str], *places: int) -> list[str]:
        """These cells, empty where the row is too short."""
        return [row[place].strip() if place < len(row) else "" for place in places]


def table_of(content: bytes, most_rows: int) -> Table:
    """Read a CSV file in UTF-8 with a head line, separated by commas or semicolons."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableTableError(
            _("The file is not in UTF-8. Save it again as CSV UTF-8.")
        ) from error
    head = text.partition("\n")[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        rows = [(reader.line_num, row) for row in reader if any(row)]
    except csv.Error as error:
        raise UnreadableTableError(_("The file is no table in CSV.")) from error
    if len(rows) > most_rows:
        raise UnreadableTableError(
            _("The file has %(rows)s rows; at most %(most)s can be read at once.")
            % {"rows": len(rows), "most": most_rows}
        )
    return Table(names, rows)


class Echo:
    """A file that gives back what is written to it, so that rows can be sent one by one."""

    def write(self, text: str) -> str:
        return text


def lines_of(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Write rows as CSV that Excel, too, reads as UTF-8 and as text."""
    writer = csv.writer(Echo())
    yield BYTE_ORDER_MARK
    for row in rows:
        yield writer.writerow([harmless(str(cell)) for cell in row])


def harmless(cell: str) -> str:
    """A cell that no spreadsheet program runs; `as_written` takes the mark off again."""
    is_marked = cell.startswith(QUOTE) and cell[1:].startswith((QUOTE, *FORMULA))
    return f"{QUOTE}{cell}" if is_marked or cell.startswith(FORMULA) else cell


def as_written(cell: str) -> str:
    return cell[1:] if cell.startswith(QUOTE) and cell[1:].startswith((QUOTE, *FORMULA)) else cell
