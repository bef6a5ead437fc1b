"""What the audit found, as a list that can be narrowed and exported."""

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale

from core.exports import harmless
from seo.audit.reading import PERMISSION, last_run, shown, trend, with_addresses
from seo.audit.registry import every_check
from seo.models import Finding, Owner, Severity
from seo.sitemaps import page_types


def check_choices() -> list[tuple[str, str]]:
    return sorted(((code, check.message) for code, check in every_check().items()), key=str)


def kinds_of_pages(request):
    kinds = ContentType.objects.get_for_models(*page_types()).values()
    return ContentType.objects.filter(pk__in=[kind.pk for kind in kinds]).order_by("model")


class FindingFilterSet(WagtailFilterSet):
    severity = django_filters.ChoiceFilter(label=_("Severity"), choices=Severity.choices)
    owner = django_filters.ChoiceFilter(label=_("For"), choices=Owner.choices)
    code = django_filters.ChoiceFilter(label=_("Check"), choices=check_choices)
    locale = django_filters.ModelChoiceFilter(
        label=_("Language"),
        field_name="page__locale",
        queryset=lambda request: Locale.objects.all(),
    )
    kind = ContentTypeFilter(
        label=_("Type"), field_name="page__content_type", queryset=kinds_of_pages
    )

    class Meta:
        model = Finding
        fields = ["severity", "owner", "code", "locale", "kind"]


class SeverityColumn(Column):
    cell_template_name = "seo/audit/severity_cell.html"


class FindingColumn(Column):
    cell_template_name = "seo/audit/finding_cell.html"


class AuditReportView(ReportView):
    page_title = _("SEO audit")
    header_icon = "tick-inverse"
    model = Finding
    template_name = "seo/audit/report.html"
    results_template_name = "seo/audit/report_results.html"
    filterset_class = FindingFilterSet
    index_url_name, index_results_url_name = "seo_audit", "seo_audit_results"
    is_searchable, search_fields = True, ["page__title", "detail"]
    default_ordering = "severity"
    columns = [
        SeverityColumn("severity", label=_("Severity"), sort_key="severity"),
        FindingColumn("code", label=_("Finding"), sort_key="code"),
        Column("where", label=_("Page"), sort_key="page__title"),
        Column("language", label=_("Language")),
        Column("inbound", label=_("Links to it")),
        Column("owner", label=_("For"), accessor="get_owner_display", sort_key="owner"),
    ]
    export_filename = "seo-audit"
    list_export = [
        "severity",
        "message",
        "detail",
        "where",
        "address",
        "language",
        "inbound",
        "owner",
        "code",
    ]
    export_headings = {
        "severity": _("Severity"),
        "message": _("Finding"),
        "detail": _("Detail"),
        "where": _("Page"),
        "address": _("Address"),
        "language": _("Language"),
        "inbound": _("Links to it"),
        "owner": _("For"),
        "code": _("Check"),
    }

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return Finding.objects.select_related("page__locale", "page__audited", "redirect")

    def order_queryset(self, queryset):
        ordered = super().order_queryset(queryset)
        # Nothing stands on two pages of the list, or on none, because many are alike.
        return ordered.order_by(*ordered.query.order_by, "code", "pk")

    def decorate_paginated_queryset(self, object_list):
        if self.is_export:
            return object_list
        return with_addresses([named(finding) for finding in object_list], self.request.user)

    def to_row_dict(self, item):
        finding = shown(named(item))
        values = {
            "severity": finding.get_severity_display(),
            "message": finding.message,
            "detail": finding.detail,
            "where": finding.where,
            "address": finding.page.url_path if finding.page else "",
            "language": finding.language,
            "inbound": finding.inbound,
            "owner": finding.get_owner_display(),
            "code": finding.code,
        }
        return {name: harmless(str(value)) for name, value in values.items()}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"run": last_run(), "trend": trend()}


def named(finding: Finding) -> Finding:
    """Add what the list says of the page, or of the redirect."""
    finding.where = finding.page.title if finding.page else finding.redirect.old_path
    finding.language = finding.page.locale.get_display_name() if finding.page else ""
    audited = getattr(finding.page, "audited", None)
    finding.inbound = audited.inbound if audited else ""
    return finding
