"""Where draft links are found in the admin, and what the history tells of them."""

from django.urls import path, reverse
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter

from editorial.sharing.views import REVOKED, SHARED, DraftLinksView, may_share, revoke


@hooks.register("register_admin_urls")
def register_draft_links():
    links = "pages/<int:page_id>/draft-links/"
    return [
        path(links, DraftLinksView.as_view(), name="draft_links"),
        path(f"{links}<int:pk>/revoke/", revoke, name="revoke_draft_link"),
    ]


@hooks.register("register_page_header_buttons")
def offer_to_share(page, user, view_name, next_url=None):
    if page.pk and may_share(user, page):
        address = reverse("draft_links", args=[page.pk])
        yield Button(_("Share the draft"), address, icon_name="link", priority=62)


@hooks.register("register_log_actions")
def tell_of_draft_links(actions):
    @actions.register_action(SHARED)
    class SharedFormatter(LogFormatter):
        label = gettext_lazy("Share the draft")

        def format_message(self, log_entry):
            until = localtime(parse_datetime(log_entry.data["until"]))
            return _("Draft link made: “%(note)s”, open until %(until)s") % {
                "note": log_entry.data["note"] or "–",
                "until": date_format(until, "SHORT_DATETIME_FORMAT"),
            }

    @actions.register_action(REVOKED)
    class RevokedFormatter(LogFormatter):
        label = gettext_lazy("Revoke a draft link")

        def format_message(self, log_entry):
            return _("Draft link revoked: “%(note)s”") % {"note": log_entry.data["note"] or "–"}
