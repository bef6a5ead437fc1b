"""What the last audit found on a page, where its fields for search engines are edited."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from seo.audit.reading import PERMISSION, last_run, shown
from seo.models import AuditedPage, Finding

MOST_SHOWN = 50


class AuditPanel(Panel):
    def __init__(self, **options):
        super().__init__(
            **({"heading": _("What the last audit found"), "icon": "tick-inverse"} | options)
        )

    class BoundPanel(Panel.BoundPanel):
        template_name = "seo/audit/panel.html"

        def is_shown(self):
            return bool(self.instance.pk) and self.request.user.has_perm(PERMISSION)

        def get_context_data(self, parent_context=None):
            findings = Finding.objects.filter(page=self.instance.pk)[:MOST_SHOWN]
            return super().get_context_data(parent_context) | {
                "findings": [shown(finding) for finding in findings],
                "run": last_run(),
                "audited": AuditedPage.objects.filter(page=self.instance.pk).first(),
            }
