"""The worksheet: a list of what search engines are told, each line of which can be changed on the spot."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied, ValidationError
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.admin.widgets.button import HeaderButton

from seo.desk.export import HEAD, csv_response, printable
from seo.desk.export import rows_of as exported_rows_of
from seo.desk.filters import filterset_for, with_words
from seo.desk.paging import LinesPaginator
from seo.desk.rows import Row, rows_of
from seo.desk.sheets import Sheet, sheet_named, sheets_of
from seo.desk.state import FIELDS
from seo.desk.writing import ChangedError, RefusedError, change, undo

LINES = 25


def sheet_of(request, slug: str) -> Sheet:
    """The sheet of this name, for those who may change anything in it."""
    sheet = sheet_named(slug)
    if sheet not in sheets_of(request.user):
        raise PermissionDenied
    return sheet


class WordsColumn(Column):
    """The cell that is a form."""

    cell_template_name = "seo/desk/words_cell.html"

    def __init__(self, *args, csrf_token: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.csrf_token = csrf_token

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        # A table renders its cells without the processors that give a template the token.
        return context | {"row": instance, "csrf_token": self.csrf_token}


class NameColumn(Column):
    cell_template_name = "seo/desk/name_cell.html"


class WorksheetView(SpreadsheetExportMixin, BaseListingView):
    list_export = HEAD
    template_name = "seo/desk/worksheet.html"
    header_icon = "table"
    page_title = gettext_lazy("SEO")
    paginate_by = LINES
    is_searchable = True

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.sheet = sheet_of(request, kwargs["sheet"])
        self.model, self.queryset = self.sheet.model, self.sheet.editable(request.user)

    def get(self, request, *args, **kwargs):
        if self.is_export:
            rows = exported_rows_of(self.sheet, self.get_queryset(), request)
            return self.as_spreadsheet(rows, request.GET["export"])
        return super().get(request, *args, **kwargs)

    def get_filename(self):
        return f"seo-{self.sheet.slug}"

    def get_heading(self, queryset, field):
        return field

    def to_row_dict(self, item):
        return {name: printable(str(cell)) for name, cell in zip(HEAD, item, strict=True)}

    def write_csv_response(self, queryset):
        # Not Wagtail's: this one comes back, with whatever a spreadsheet program makes of it.
        return csv_response(queryset, self.get_filename())

    @cached_property
    def filterset_class(self):
        return filterset_for(self.sheet)

    @cached_property
    def columns(self):
        columns = [
            NameColumn("name", label=_("Page"), sort_key=self.sheet.title_field),
            WordsColumn("words", label=_("For search engines"), csrf_token=get_token(self.request)),
        ]
        if self.sheet.holds_pages:
            key = "latest_revision_created_at"
            columns.append(DateColumn("changed_at", label=_("Changed"), sort_key=key))
        return columns

    @property
    def default_order(self) -> str:
        return "path" if self.sheet.holds_pages else self.sheet.title_field

    def get_ordering(self):
        asked = self.request.GET.get("ordering")
        return asked if asked in self.get_valid_orderings() else self.default_order

    def order_queryset(self, queryset):
        # One direction for both, so that an index can be read either way.
        return queryset.order_by(self.ordering, "-pk" if self.ordering.startswith("-") else "pk")

    def search_queryset(self, queryset):
        return with_words(queryset, self.sheet, self.search_query)

    def paginate_queryset(self, queryset, page_size):
        # The whole list is counted by an index alone.
        is_narrowed = self.is_filtering or self.is_searching
        self.paginator_class = LinesPaginator if is_narrowed else WagtailPaginator
        keys = queryset.values_list("pk", flat=True)
        paginator, page, keys, has_more = super().paginate_queryset(keys, page_size)
        return paginator, page, rows_of(self.sheet, keys, self.request), has_more

    def get_index_url(self):
        return self.sheet.address()

    def get_index_results_url(self):
        return self.sheet.address("seo_worksheet_results")

    @cached_property
    def header_buttons(self):
        return [HeaderButton(_("Import"), self.sheet.address("seo_import"), icon_name="upload")]

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        return context | {"sheet": self.sheet, "sheets": sheets_of(self.request.user)}


class RowView(View):
    """One line: the list’s script asks for its cell alone, a browser without scripts gets a page of it."""

    def get(self, request, sheet: str, key: int):
        self.sheet = sheet_of(request, sheet)
        return self.answer(self.row(key))

    def post(self, request, sheet: str, key: int):
        self.sheet, self.user = sheet_of(request, sheet), request.user
        typed = {name: request.POST[name] for name in FIELDS if name in request.POST}
        try:
            entry = self.write(key, typed)
        except RefusedError as refusal:
            return self.answer(self.row(key), typed, str(refusal), status=HTTPStatus.FORBIDDEN)
        except ChangedError as conflict:
            row = self.row(key)
            theirs = {
                name: text for name, text in row.state.shown.items() if typed.get(name) != text
            }
            return self.answer(row, typed, str(conflict), theirs=theirs, status=HTTPStatus.CONFLICT)
        except ValidationError as problem:
            errors = problem.message_dict
            status = HTTPStatus.UNPROCESSABLE_ENTITY
            return self.answer(self.row(key), typed, _("Not saved."), errors=errors, status=status)
        said = _("Undone.") if "undo" in request.POST else _("Saved.")
        return self.answer(self.row(key), message=said, entry=entry)

    def write(self, key: int, typed: dict[str, str]):
        if "undo" in self.request.POST:
            number = self.request.POST["undo"]
            return undo(self.sheet, key, self.user, int(number) if number.isdecimal() else 0)
        return change(self.sheet, key, self.user, typed, self.request.POST.get("version", ""))

    def row(self, key: int) -> Row | None:
        """The line as it is stored now; None of what this user may not see."""
        visible = self.sheet.editable(self.request.user).filter(pk=key).exists()
        return next(iter(rows_of(self.sheet, [key], self.request)), None) if visible else None

    def answer(self, row: Row | None, typed=None, message="", status=HTTPStatus.OK, **more):
        if row is None:
            raise PermissionDenied
        row = row.with_typed(typed) if typed and status != HTTPStatus.OK else row
        context = {"row": row, "sheet": self.sheet, "message": message, "status": status, **more}
        is_part = self.request.headers.get("X-Requested-With") == "XMLHttpRequest"
        template = "seo/desk/words.html" if is_part else "seo/desk/row.html"
        return render(self.request, template, context, status=status)
