"""Best bets, synonyms and the reports in the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from search.models import BestBet, Synonyms
from search.reports import PERMISSION, SearchDaysView, SearchWordsView, most_searched


class BestBetViewSet(SnippetViewSet):
    model = BestBet
    icon = "pick"
    list_display = ["words", LocaleColumn(label=_("Language")), "page", "starts_on", "ends_on"]

    def get_queryset(self, request):
        return self.model.objects.select_related("page")


class SynonymsViewSet(SnippetViewSet):
    model = Synonyms
    icon = "list-ul"
    list_display = ["words", LocaleColumn(label=_("Language"))]


@register_snippet
class SearchViewSetGroup(SnippetViewSetGroup):
    items = (BestBetViewSet, SynonymsViewSet)
    menu_label = _("Search on the site")
    menu_icon = "search"
    menu_order = 320


@hooks.register("register_admin_urls")
def register_reports():
    return [
        path("reports/searches/", SearchWordsView.as_view(), name="search_words"),
        path(
            "reports/searches/results/",
            SearchWordsView.as_view(results_only=True),
            name="search_words_results",
        ),
        path("reports/searches/days/", SearchDaysView.as_view(), name="search_days"),
        path(
            "reports/searches/days/results/",
            SearchDaysView.as_view(results_only=True),
            name="search_days_results",
        ),
    ]


@hooks.register("figure_lists")
def offer_most_searched(request, days):
    rows = most_searched(days) if request.user.has_perm(PERMISSION) else []
    return [{"heading": _("Searched for"), "rows": rows}] if rows else []


class ReportMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


@hooks.register("register_reports_menu_item")
def offer_searches():
    return ReportMenuItem(
        _("Searches"), reverse("search_words"), name="searches", icon_name="search", order=1300
    )


@hooks.register("register_reports_menu_item")
def offer_searches_by_day():
    return ReportMenuItem(
        _("Searches by day"),
        reverse("search_days"),
        name="searches-by-day",
        icon_name="date",
        order=1310,
    )
