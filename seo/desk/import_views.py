"""A table of titles and descriptions in the admin: chosen, shown line by line, confirmed."""

from datetime import timedelta

from django.db.models import Q
from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from seo.desk.importing import plan, write
from seo.desk.state import FIELDS
from seo.desk.views import sheet_of
from seo.models import MetadataImport
from seo.tables import TableForm, UnreadableTableError, lines_of

# The page shows these; the report that can be downloaded has all.
SHOWN = 200
KEPT = timedelta(days=7)


def import_table(request, sheet: str):
    """Ask for a file, and keep what it would do until that is confirmed."""
    found = sheet_of(request, sheet)
    form = TableForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            outcome = plan(form.cleaned_data["table"].read(), request.user)
        except UnreadableTableError as problem:
            form.add_error("table", str(problem))
        else:
            forget_old_imports(request.user)
            record = MetadataImport.objects.create(
                user=request.user,
                unchanged=outcome.unchanged,
                changes=outcome.changes,
                report=outcome.report,
            )
            return redirect("seo_import_review", found.slug, record.pk)
    return render(request, "seo/desk/import.html", {"form": form, "sheet": found})


def forget_old_imports(user) -> None:
    """Nobody confirms what they have replaced by another file, or left for days."""
    old = Q(user=user, written_at=None) | Q(read_at__lt=timezone.now() - KEPT)
    MetadataImport.objects.filter(old).delete()


def review(request, sheet: str, key: int):
    """Show what a file would do; write it when that is confirmed."""
    found = sheet_of(request, sheet)
    record = get_object_or_404(MetadataImport, pk=key, user=request.user)
    problems = {}
    if request.method == "POST" and record.written_at is None and record.changes:
        problems = write(record.changes, request.user)
        if not problems:
            return written(request, found, record)
        note_problems(record, problems)
    wrong = [entry for entry in record.report if entry["problem"]]
    context = {
        "sheet": found,
        "record": record,
        "changes": [entry for entry in record.report if not entry["problem"]][:SHOWN],
        "problems": wrong[:SHOWN],
        "number": len(record.changes),
        "wrong": len(wrong),
        "shown": SHOWN,
        "refused": bool(problems),
    }
    return render(request, "seo/desk/import_review.html", context)


def written(request, sheet, record: MetadataImport):
    record.written_at = timezone.now()
    record.save(update_fields=["written_at"])
    number = len(record.changes)
    message = ngettext("%(number)s line written.", "%(number)s lines written.", number)
    messages.success(request, message % {"number": number})
    return redirect("seo_worksheet", sheet.slug)


def note_problems(record: MetadataImport, problems: dict[int, str]) -> None:
    """What could not be written any more is no longer offered."""
    for entry in record.report:
        entry["problem"] = problems.get(entry["line"], entry["problem"])
    record.changes = [change for change in record.changes if change[0] not in problems]
    record.save(update_fields=["report", "changes"])


def report(request, sheet: str, key: int):
    """The whole report as a table."""
    sheet_of(request, sheet)
    record = get_object_or_404(MetadataImport, pk=key, user=request.user)
    columns = ["line", "id", "problem"]
    columns += [name for field in FIELDS for name in (f"{field}_before", field)]
    rows = ([entry.get(name, "") for name in columns] for entry in record.report)
    content = lines_of([columns, *rows])
    response = StreamingHttpResponse(content, content_type="text/csv; charset=utf-8")
    name = _("report")
    response["Content-Disposition"] = f'attachment; filename="seo-{name}.csv"'
    return response
