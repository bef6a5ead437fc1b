"""The calendar in Wagtail’s menu, and the warning where a date was saved that nothing will act on."""

from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.permission_policies.pages import PagePermissionPolicy

from editorial.schedule.entries import ACTIONS
from editorial.schedule.views import CalendarView
from editorial.schedule.waiting import wanted_date


@hooks.register("register_admin_urls")
def register_calendar():
    return [path("calendar/", CalendarView.as_view(), name="calendar")]


class CalendarMenuItem(MenuItem):
    def is_shown(self, request):
        return PagePermissionPolicy().user_has_any_permission(request.user, ACTIONS)


@hooks.register("register_admin_menu_item")
def offer_calendar():
    return CalendarMenuItem(
        gettext_lazy("Calendar"),
        reverse("calendar"),
        name="calendar",
        icon_name="calendar-alt",
        order=110,
    )


@hooks.register("before_edit_page")
def warn_of_a_date_that_is_not_scheduled(request, page):
    if request.method != "GET" or not (wanted := wanted_date(page)):
        return
    at = {"date": date_format(timezone.localtime(wanted), "DATETIME_FORMAT")}
    if wanted > timezone.now():
        said = _(
            "This page is to go live on %(date)s, but nothing is scheduled yet: the date only counts after "
            "“Schedule to publish”."
        )
    else:
        said = _(
            "This page was to go live on %(date)s, and did not. Publish it, or change the date."
        )
    messages.warning(request, said % at)
