"""The worksheet as a table for a spreadsheet program; as CSV it is sent while it is written, and may come back."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from django.utils.text import capfirst
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from wagtail.models import Locale

from seo.desk.sheets import Sheet
from seo.desk.state import FIELDS, states_of
from seo.tables import lines_of

AT_ONCE = 1000
HEAD = ("id", "version", "address", "name", "type", "language", "status", *FIELDS)


def csv_response(rows: Iterable[tuple], name: str) -> StreamingHttpResponse:
    lines = lines_of(chain([HEAD], rows))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def printable(text: str) -> str:
    """The text without what no workbook can hold, such as a vertical tab that was pasted."""
    return ILLEGAL_CHARACTERS_RE.sub(" ", text)


def rows_of(sheet: Sheet, records: QuerySet, request) -> Iterator[tuple]:
    """What stands below HEAD, a record each."""
    locales = dict(Locale.objects.values_list("pk", "language_code"))
    found = slim(sheet, records).iterator(chunk_size=AT_ONCE)
    while some := list(islice(found, AT_ONCE)):
        states = states_of(some)
        for record in some:
            state = states[record.pk]
            is_page = sheet.holds_pages
            kind = record.cached_content_type.model_class() if is_page else sheet.model
            yield (
                name_of(sheet, record.pk),
                state.version,
                (record.get_url(request) or "") if is_page else "",
                record,
                capfirst((kind or sheet.model)._meta.verbose_name),
                locales.get(getattr(record, "locale_id", None), ""),
                "live" if state.is_live else "draft",
                *(state.shown[name] for name in FIELDS),
            )


def slim(sheet: Sheet, records: QuerySet) -> QuerySet:
    """The same without the columns that no table shows, the long ones above all."""
    if not sheet.holds_pages:
        return records
    return records.select_related(None).only(
        *FIELDS,
        "title",
        "draft_title",
        "content_type",
        "depth",
        "locale",
        "path",
        "url_path",
        "slug",
        "live",
        "has_unpublished_changes",
        "latest_revision",
    )


def name_of(sheet: Sheet, key: int) -> str:
    """What a line of the file is recognised by when it comes back."""
    return f"{sheet.slug}-{key}"
