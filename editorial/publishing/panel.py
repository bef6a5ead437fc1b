"""Beside the form: what stands before publishing, and what is worth a look, each with a link to its field."""

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.shortcuts import get_object_or_404, render
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.ui.side_panels import BaseSidePanel

from core.models import SitePage
from core.publishing.issues import Severity, audit

ICONS = {Severity.BLOCK: "circle-xmark", Severity.WARN: "warning", Severity.INFO: "info-circle"}


class ReadinessSidePanel(BaseSidePanel):
    """Asks the server when it is opened and after each save, so that the form opens as fast as without it."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle what stands before publishing")
        icon_name = "tasks"
        has_counter = False

    name = "readiness"
    title = _("Before publishing")
    template_name = "editorial/publishing/side_panel.html"
    order = 350

    @cached_property
    def media(self):
        return Media(js=["js/admin/readiness.js"])


@require_safe
def readiness(request, page_id: int):
    page = get_object_or_404(SitePage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.specific.get_latest_revision_as_object()
    issues = audit(draft)
    groups = [
        {
            "severity": severity,
            "icon": ICONS[severity],
            "issues": [issue for issue in issues if issue.severity == severity],
        }
        for severity in Severity
    ]
    context = {
        "groups": [group for group in groups if group["issues"]],
        "is_whole": not any(issue.severity == Severity.BLOCK for issue in issues),
    }
    return render(request, "editorial/publishing/readiness.html", context)
