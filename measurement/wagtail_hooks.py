"""What this app adds to every page's frame and policy, and figures to the admin."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.frame import has_frame
from measurement.consent import consent_for, consent_of
from measurement.panels import PERMISSION, DashboardPanel, FiguresSidePanel, ViewsColumn
from measurement.reports import FigureDaysView, FigureReportView


@hooks.register("frame_parts")
def tags_of_the_site(request, site):
    return {"consent": consent_of(site)}


@hooks.register("security_sources")
def hosts_of_tags(request):
    # What has no frame, such as the page of a fault, has no tags either.
    consent = consent_for(request) if has_frame(request) else None
    return consent.sources if consent else {}


@hooks.register("register_permissions")
def register_permissions():
    return Permission.objects.filter(
        content_type__app_label="measurement", codename=PERMISSION.partition(".")[2]
    )


@hooks.register("construct_homepage_panels")
def show_figures(request, panels):
    if request.user.has_perm(PERMISSION):
        panels.append(DashboardPanel(request))


@hooks.register("page_side_panels")
def show_figures_of_page(page, request):
    return [FiguresSidePanel(page, request)] if request.user.has_perm(PERMISSION) else []


@hooks.register("page_columns")
def show_views(request):
    allowed = request.user.has_perm(PERMISSION)
    if not allowed:
        return []
    return [ViewsColumn("views", label=_("Views, 30 days"), width="9%", classname="figures-column")]


@hooks.register("register_admin_urls")
def register_reports():
    views = {"figures": FigureReportView, "figure_days": FigureDaysView}
    return [
        path(f"reports/{name}/{part}", view.as_view(results_only=bool(part)), name=url_name)
        for name, view in views.items()
        for part, url_name in (("", name), ("results/", f"{name}_results"))
    ]


class ReportMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


@hooks.register("register_reports_menu_item")
def offer_figures():
    return ReportMenuItem(
        _("Figures"), reverse("figures"), name="figures", icon_name="view", order=1200
    )


@hooks.register("register_reports_menu_item")
def offer_figures_by_day():
    return ReportMenuItem(
        _("Figures by day"),
        reverse("figure_days"),
        name="figures-by-day",
        icon_name="date",
        order=1210,
    )
