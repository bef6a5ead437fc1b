"""Where the doors stand in Wagtail’s admin."""

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from core.publishing.gate import MISSED
from editorial.publishing import translations  # noqa: F401
from editorial.publishing.bulk import PublishWholePages
from editorial.publishing.panel import ReadinessSidePanel, readiness

# After Wagtail's own, whose place it takes.
hooks.register("register_bulk_action", PublishWholePages, order=10)


@hooks.register("register_admin_urls")
def register_readiness():
    return [path("pages/<int:page_id>/readiness/", readiness, name="readiness")]


@hooks.register("page_side_panels")
def show_what_stands_before(page, request):
    return [ReadinessSidePanel(page, request)]


@hooks.register("insert_global_admin_css")
def style_of_refusals():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/publishing.css"))


@hooks.register("register_log_actions")
def tell_of_missed_dates(actions):
    @actions.register_action(MISSED)
    class MissedFormatter(LogFormatter):
        label = _("Miss a scheduled publishing")
        message = _("Not published at its time: something was missing. It is a draft again.")
