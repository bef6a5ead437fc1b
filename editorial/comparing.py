"""From the editor to what has changed since readers got the page: Wagtail has it in the history only."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button


@hooks.register("register_page_header_buttons")
def offer_to_compare(page, user, view_name, next_url=None):
    if page.pk and page.live and page.has_unpublished_changes:
        rights = page.permissions_for_user(user)
        if rights.can_edit() or rights.can_publish():
            address = reverse(
                "wagtailadmin_pages:revisions_compare", args=[page.pk, "live", "latest"]
            )
            yield Button(_("Compare with live"), address, icon_name="resubmit", priority=61)
