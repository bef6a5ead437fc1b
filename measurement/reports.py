"""All figures as a list that can be narrowed and exported: by page, by day, or by what brought people here."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import F, Sum
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView

from core.exports import FormulaSafeExport
from measurement.models import Figure, Kind
from measurement.panels import PERMISSION


class FigureFilterSet(WagtailFilterSet):
    day = django_filters.DateFromToRangeFilter(label=_("Date"), widget=DateRangePickerWidget)
    kind = django_filters.ChoiceFilter(label=_("What"), choices=Kind.choices, empty_label=_("All"))

    class Meta:
        model = Figure
        fields = ["day", "kind"]


class KindColumn(Column):
    def get_value(self, instance):
        return Kind(instance["kind"]).label


class FigureReportView(FormulaSafeExport, ReportView):
    """The rows are groups of figures: `total` times on a page, of a kind and value."""

    page_title = _("Figures")
    header_icon = "view"
    model = Figure
    filterset_class = FigureFilterSet
    is_searchable, search_fields = True, ["page__draft_title", "value"]
    default_ordering = "-total"
    index_url_name, index_results_url_name = "figures", "figures_results"
    export_filename = "figures"
    columns = [
        TitleColumn(
            "title",
            label=_("Page"),
            sort_key="title",
            url_name="wagtailadmin_pages:edit",
            id_accessor="page_id",
        ),
        KindColumn("kind", label=_("What"), sort_key="kind"),
        Column("value", label=_("Which"), sort_key="value"),
        NumberColumn("total", label=_("Times"), sort_key="total"),
    ]
    list_export = ["title", "kind", "value", "total"]
    export_headings = {column.name: column.label for column in columns}

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_filterset_kwargs(self):
        return super().get_filterset_kwargs() | {"queryset": self.get_base_queryset()}

    def get_base_queryset(self):
        groups = Figure.objects.values("page_id", "kind", "value", title=F("page__draft_title"))
        return groups.annotate(total=Sum("count")).order_by("-total", "title")


class FigureDaysView(FigureReportView):
    """The same by day, for those who draw their own plots."""

    page_title = _("Figures by day")
    default_ordering = "-day"
    index_url_name, index_results_url_name = "figure_days", "figure_days_results"
    export_filename = "figures-by-day"
    columns = [Column("day", label=_("Day"), sort_key="day"), *FigureReportView.columns]
    list_export = ["day", *FigureReportView.list_export]
    export_headings = {column.name: column.label for column in columns}

    def get_base_queryset(self):
        groups = Figure.objects.values(
            "day", "page_id", "kind", "value", title=F("page__draft_title")
        )
        return groups.annotate(total=Sum("count")).order_by("-day", "-total", "title")
