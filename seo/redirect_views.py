"""The admin's views of redirects, at Wagtail's addresses but with checks, and the import that is rehearsed first."""

from django.core import signing
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.contrib.redirects import views

from seo.redirect_forms import StraightRedirectForm
from seo.redirect_import import Rows, apply, rehearse, rows_of
from seo.tables import TableForm, UnreadableTableError

SALT, SECONDS = "seo.redirects", 3600


class RedirectCreateView(views.CreateView):
    form_class = StraightRedirectForm

    def get_initial(self):
        return super().get_initial() | {"old_path": self.request.GET.get("from", "")}


class RedirectEditView(views.EditView):
    form_class = StraightRedirectForm


@views.permission_checker.require("add")
def import_redirects(request):
    """Ask for a table, show what it would do, and do it when that is confirmed."""
    if "rows" in request.POST:
        return confirmed(request)
    form = TableForm(request.POST or None, request.FILES or None)
    rehearsal, rows = None, ""
    if form.is_valid():
        try:
            found = rows_of(form.cleaned_data["table"].read())
            rehearsal, rows = rehearse(found), signing.dumps(found, salt=SALT, compress=True)
        except UnreadableTableError as problem:
            form.add_error("table", str(problem))
    context = {"form": form, "rehearsal": rehearsal, "rows": rows}
    return render(request, "seo/admin/redirect_import.html", context)


def confirmed(request):
    try:
        rows: Rows = signing.loads(request.POST["rows"], salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        messages.error(request, _("That took too long. Choose the file again."))
        return redirect("wagtailredirects:start_import")
    outcome = apply(rows)
    if outcome.problems:
        context = {"form": TableForm(), "rehearsal": outcome, "rows": ""}
        return render(request, "seo/admin/redirect_import.html", context)
    total = outcome.new + outcome.changed
    messages.success(request, _("%(total)s redirects written.") % {"total": total})
    return redirect("wagtailredirects:index")
