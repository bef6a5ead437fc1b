"""The calendar: a month as a table or as a list, of what happens to pages by itself and by intention."""

from collections import defaultdict

from django.http import Http404
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.timezone import get_current_timezone_name
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from editorial.schedule.entries import Kind, entries
from editorial.schedule.months import Month

LIST = "list"
# Beyond, a day of the month names how many more there are, and leads to the list.
SHOWN_PER_DAY = 4


class CalendarView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "editorial/schedule/calendar.html"
    page_title = _("Calendar")
    header_icon = "calendar-alt"
    _show_breadcrumbs = True
    breadcrumbs_items = [
        {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")},
        {"url": "", "label": _("Calendar")},
    ]

    def get_context_data(self, **kwargs):
        try:
            month = Month.parse(self.request.GET.get("month", ""))
        except ValueError as error:
            raise Http404 from error
        days = defaultdict(list)
        for entry in entries(self.request.user, month.start, month.end):
            days[entry.day].append(entry)
        weeks = [[(day, days.get(day, [])) for day in week] for week in month.weeks]
        is_list = self.request.GET.get("view") == LIST
        listed = [(day, found) for week in weeks for day, found in week if found]
        if is_list:
            listed = [(day, found) for day, found in listed if day.month == month.first.month]
        return super().get_context_data(**kwargs) | {
            "month": month,
            "is_list": is_list,
            "weeks": weeks,
            "listed": listed,
            "kinds": list(Kind),
            "shown_per_day": SHOWN_PER_DAY,
            "today": timezone.localdate(),
            "zone": get_current_timezone_name(),
        }
