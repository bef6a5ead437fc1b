"""Redirects and missing addresses in the admin, and what the settings for search engines allow elsewhere."""

from urllib.parse import urlencode

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import ListingButton

from seo.models import MissingAddress, SeoSettings
from seo.redirect_views import RedirectCreateView, RedirectEditView, import_redirects
from seo.redirects import path_of


@hooks.register("canonical_hosts")
def sites_of_originals() -> set[str]:
    return set().union(*(record.original_hosts for record in SeoSettings.objects.all()))


def redirect_address(old_path: str) -> str:
    """Where an editor redirects a path: the form, with the path in it."""
    return f"{reverse('wagtailredirects:add')}?{urlencode({'from': old_path})}"


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
    return Permission.objects.filter(
        content_type__app_label="seo", content_type__model="missingaddress"
    )


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def note_the_address(request, page):
    request.address_before = page.url if page.live else None


@hooks.register("after_delete_page")
@hooks.register("after_unpublish_page")
def ask_where_the_address_leads(request, page):
    """Nobody should find a closed door without anybody having thought of it."""
    old = path_of(getattr(request, "address_before", None))
    missing = MissingAddress.objects.filter(path=old).first() if old else None
    if missing is None:
        return
    buttons = []
    if request.user.has_perm("wagtailredirects.add_redirect"):
        buttons.append(messages.button(redirect_address(old), _("Redirect it")))
    if request.user.has_perm("seo.change_missingaddress"):
        gone = reverse("missing:edit", args=[missing.pk])
        buttons.append(messages.button(gone, _("It is gone for good")))
    messages.warning(
        request,
        _("Who visits %(path)s now finds nothing. Where should it lead?") % {"path": old},
        buttons=buttons,
    )
