"""What visitors look for, for those who write: by words and by day, each as a list that can be exported."""

import datetime

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, Max, Q, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale

from core.exports import FormulaSafeExport
from search.models import SearchRecord

PERMISSION = "search.view_searchrecord"


class RecordFilterSet(WagtailFilterSet):
    day = django_filters.DateFromToRangeFilter(label=_("Date"), widget=DateRangePickerWidget)
    locale = django_filters.ModelChoiceFilter(
        label=_("Language"), queryset=lambda request: Locale.objects.all()
    )

    class Meta:
        model = SearchRecord
        fields = ["day", "locale"]


class WordsFilterSet(RecordFilterSet):
    lacking = django_filters.ChoiceFilter(
        label=_("Show"),
        empty_label=_("All searches"),
        choices=[("most", _("Without a result")), ("followed", _("Without a click"))],
        method="filter_lacking",
    )

    class Meta(RecordFilterSet.Meta):
        fields = ["day", "locale", "lacking"]

    def filter_lacking(self, records, name, value):
        return records.filter(**{value: 0})


class SearchReportView(FormulaSafeExport, ReportView):
    """The rows are groups of records: `times` searched, `followed` by a click, `most` results."""

    header_icon = "search"
    model = SearchRecord

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_filterset_kwargs(self):
        return super().get_filterset_kwargs() | {"queryset": self.get_base_queryset()}


class SearchWordsView(SearchReportView):
    page_title = _("Searches")
    filterset_class = WordsFilterSet
    is_searchable, search_fields = True, ["words"]
    default_ordering = "-times"
    index_url_name, index_results_url_name = "search_words", "search_words_results"
    export_filename = "searches"
    columns = [
        Column("words", label=_("Words"), sort_key="words"),
        Column("language", label=_("Language"), sort_key="language"),
        NumberColumn("times", label=_("Searches"), sort_key="times"),
        NumberColumn("most", label=_("Results"), sort_key="most"),
        NumberColumn("followed", label=_("Clicks"), sort_key="followed"),
    ]
    list_export = ["words", "language", "times", "most", "followed"]
    export_headings = {column.name: column.label for column in columns}

    def get_base_queryset(self):
        groups = SearchRecord.objects.values("words", language=F("locale__language_code"))
        return groups.annotate(
            times=Sum("searches"), most=Max("results"), followed=Sum("clicks")
        ).order_by("-times", "words")


class SearchDaysView(SearchReportView):
    page_title = _("Searches by day")
    filterset_class = RecordFilterSet
    default_ordering = "-day"
    index_url_name, index_results_url_name = "search_days", "search_days_results"
    export_filename = "searches-by-day"
    columns = [
        Column("day", label=_("Day"), sort_key="day"),
        NumberColumn("times", label=_("Searches"), sort_key="times"),
        NumberColumn("different", label=_("Different words"), sort_key="different"),
        NumberColumn("vain", label=_("Without a result"), sort_key="vain"),
        NumberColumn("unfollowed", label=_("Without a click"), sort_key="unfollowed"),
    ]
    list_export = ["day", "times", "different", "vain", "unfollowed"]
    export_headings = {column.name: column.label for column in columns}

    def get_base_queryset(self):
        return (
            SearchRecord.objects.values("day")
            .annotate(
                times=Sum("searches"),
                different=Count("pk"),
                vain=Coalesce(Sum("searches", filter=Q(results=0)), 0),
                unfollowed=Sum(F("searches") - F("clicks")),
            )
            .order_by("-day")
        )


def most_searched(days: int, most: int = 5) -> list[tuple[str, int]]:
    """Return what was searched most often of late, and how often."""
    since = timezone.localdate() - datetime.timedelta(days=days - 1)
    words = SearchRecord.objects.filter(day__gte=since).values_list("words")
    return list(words.annotate(times=Sum("searches")).order_by("-times", "words")[:most])
