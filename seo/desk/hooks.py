"""The worksheet’s place in the admin: its addresses, its menu, its reports, and how the history tells of it."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter

from seo.desk.import_views import import_table, report, review
from seo.desk.sheets import PAGES, PERMISSION
from seo.desk.views import RowView, WorksheetView
from seo.desk.writing import ACTION

# Reports are the worksheet, narrowed.
REPORTS = {
    "no-description": gettext_lazy("Without meta description"),
    "repeated-title": gettext_lazy("Duplicate titles"),
    "noindex": gettext_lazy("Hidden from search engines"),
    "orphan": gettext_lazy("Orphaned pages"),
}
LABELS = {"seo_title": gettext_lazy("Title"), "search_description": gettext_lazy("Description")}


@hooks.register("register_admin_urls")
def register_worksheet():
    return [
        path("seo/worksheet/<slug:sheet>/", WorksheetView.as_view(), name="seo_worksheet"),
        path(
            "seo/worksheet/<slug:sheet>/results/",
            WorksheetView.as_view(results_only=True),
            name="seo_worksheet_results",
        ),
        path("seo/worksheet/<slug:sheet>/<int:key>/", RowView.as_view(), name="seo_worksheet_row"),
        path("seo/worksheet/<slug:sheet>/import/", import_table, name="seo_import"),
        path("seo/worksheet/<slug:sheet>/import/<int:key>/", review, name="seo_import_review"),
        path(
            "seo/worksheet/<slug:sheet>/import/<int:key>/report/", report, name="seo_import_report"
        ),
    ]


@hooks.register("register_permissions")
def register_worksheet_permission():
    app_label, codename = PERMISSION.split(".")
    return Permission.objects.filter(content_type__app_label=app_label, codename=codename)


class WorksheetMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


@hooks.register("register_admin_menu_item")
def offer_worksheet():
    return WorksheetMenuItem(
        "SEO", reverse("seo_worksheet", args=[PAGES]), name="seo", icon_name="table", order=330
    )


def report_item(finding: str, label, order: int):
    address = f"{reverse('seo_worksheet', args=[PAGES])}?finding={finding}"
    return WorksheetMenuItem(label, address, name=f"seo-{finding}", icon_name="table", order=order)


for number, (finding, label) in enumerate(REPORTS.items()):
    hooks.register(
        "register_reports_menu_item",
        lambda finding=finding, label=label, order=1320 + number: report_item(
            finding, label, order
        ),
    )


@hooks.register("register_log_actions")
def tell_of_metadata(actions):
    @actions.register_action(ACTION)
    class MetadataFormatter(LogFormatter):
        label = gettext_lazy("Edit title or description for search engines")

        def format_message(self, log_entry):
            data = log_entry.data
            before, after = data["before"], data["after"]
            if before == after:
                # Only the draft said something else.
                before, after = data["draft_before"] or {}, data["draft_after"] or {}
            changes = [
                (LABELS[name], before[name] or _("empty"), after[name] or _("empty"))
                for name in before
                if before[name] != after[name]
            ]
            told = format_html_join("; ", "{}: “{}” → “{}”", changes)
            return format_html("{} {}", _("For search engines:"), told)
