"""Figures where marketers work: on the dashboard, beside a page's form, and in the explorer."""

from django.forms import Media
from django.templatetags.static import static
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.ui.tables import NumberColumn

from measurement.charts import chart_of
from measurement.models import Kind
from measurement.reading import DAYS, most_common, most_read, views_by_day, views_of

PERMISSION = "measurement.view_figure"


def lists_of(page_id: int | None = None) -> list[dict]:
    """What is listed under the chart: heading and rows, without what nothing was counted of."""
    kinds = (Kind.REFERRER, Kind.CAMPAIGN, Kind.CONVERSION)
    lists = ({"heading": kind.label, "rows": most_common(kind, page_id)} for kind in kinds)
    return [one for one in lists if one["rows"]]


class Styled:
    @cached_property
    def media(self):
        return Media(css={"all": [static("css/admin/figures.css")]})


class DashboardPanel(Styled, Component):
    """Upper apps add lists by the hooks `figure_lists`, of a request and so many days: `heading` and `rows` each."""

    name = "figures"
    template_name = "measurement/admin/dashboard.html"
    order = 500

    def __init__(self, request):
        self.request = request

    def get_context_data(self, parent_context=None):
        added = [one for add in hooks.get_hooks("figure_lists") for one in add(self.request, DAYS)]
        return {
            "chart": chart_of(views_by_day()),
            "days": DAYS,
            "pages": most_read(),
            "lists": lists_of() + added,
        }


class FiguresSidePanel(Styled, BaseSidePanel):
    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle figures")
        icon_name = "view"
        has_counter = False

    name = "figures"
    title = _("Figures")
    template_name = "measurement/admin/side_panel.html"
    order = 400

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        if not self.object.pk:
            return context
        return context | {
            "chart": chart_of(views_by_day(self.object.pk)),
            "days": DAYS,
            "lists": lists_of(self.object.pk),
        }


class ViewsColumn(Styled, NumberColumn):
    """How often the pages of a list were read, asked once for all of them."""

    def prepare(self, pages) -> None:
        self.views = views_of(page.pk for page in pages)

    def get_value(self, instance):
        return self.views.get(instance.pk, 0)
