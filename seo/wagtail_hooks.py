"""Redirects and missing addresses in the admin, and what the settings for search engines allow elsewhere."""

from django.contrib.auth.models import Permission
from django.db.models import Q
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import ListingButton

from seo.address_hooks import redirect_address
from seo.audit import drafts  # noqa: F401
from seo.audit.reading import PERMISSION
from seo.audit.reports import AuditReportView
from seo.desk import hooks as desk_hooks  # noqa: F401
from seo.models import MissingAddress, SeoSettings
from seo.redirect_views import RedirectCreateView, RedirectEditView, import_redirects


@hooks.register("canonical_hosts")
def sites_of_originals() -> set[str]:
    return set().union(*(record.original_hosts for record in SeoSettings.objects.all()))


class MissingAddressIndexView(generic.IndexView):
    def get_list_more_buttons(self, instance):
        button = ListingButton(_("Redirect"), redirect_address(instance.path))
        return [button, *super().get_list_more_buttons(instance)]


class MissingAddressViewSet(ModelViewSet):
    model = MissingAddress
    index_view_class = MissingAddressIndexView
    icon = "circle-xmark"
    menu_label = gettext_lazy("Missing addresses")
    menu_order = 810
    add_to_settings_menu = True
    form_fields = ["path", "gone"]
    list_display = ["path", "was", "count", "last_seen", "gone"]
    list_filter = ["gone"]
    list_export = ["path", "was", "count", "first_seen", "last_seen", "gone"]
    search_fields = ["path", "was"]
    inspect_view_enabled = False
    copy_view_enabled = False


@hooks.register("register_admin_viewset")
def register_missing_addresses():
    return MissingAddressViewSet("missing")


@hooks.register("register_admin_urls", order=-1)
def register_checked_redirects():
    # Before Wagtail's own, whose names go on leading here.
    return [
        path("redirects/add/", RedirectCreateView.as_view()),
        path("redirects/<int:redirect_id>/", RedirectEditView.as_view()),
        path("redirects/import/", import_redirects),
        path("redirects/import/process/", import_redirects),
    ]


@hooks.register("register_permissions")
def register_permissions():
    missing = Q(content_type__model="missingaddress")
    return Permission.objects.filter(
        missing | Q(codename="view_finding"), content_type__app_label="seo"
    )


@hooks.register("register_admin_urls")
def register_audit():
    results = AuditReportView.as_view(results_only=True)
    return [
        path("reports/seo-audit/", AuditReportView.as_view(), name="seo_audit"),
        path("reports/seo-audit/results/", results, name="seo_audit_results"),
    ]


class AuditMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


@hooks.register("register_reports_menu_item")
def offer_audit():
    address = reverse("seo_audit")
    return AuditMenuItem(
        gettext_lazy("SEO audit"), address, name="seo-audit", icon_name="tick-inverse", order=1200
    )
