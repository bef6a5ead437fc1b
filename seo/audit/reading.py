"""Findings in the words of whoever reads them, with the place to put them right."""

from collections import Counter

from django.urls import reverse
from wagtail.permission_policies.pages import PagePermissionPolicy

from core.models import SitePage
from seo.audit import checks, site_checks  # noqa: F401  registers them
from seo.audit.registry import every_check
from seo.models import AuditRun, Finding, Severity

PERMISSION = "seo.view_finding"
ICONS = {
    Severity.ERROR: "circle-xmark",
    Severity.WARNING: "warning",
    Severity.NOTICE: "info-circle",
}


def shown(finding: Finding) -> Finding:
    """Add what templates show: message, icon, and the fragment that leads to the field or block."""
    check = every_check().get(finding.code)
    finding.message = check.message if check else finding.code
    finding.icon = ICONS[Severity(finding.severity)]
    finding.fragment = f"#:w:contentpath={finding.place}" if finding.place else ""
    return finding


def with_addresses(findings: list[Finding], user) -> list[Finding]:
    """Add where this user can put each right, if they may, with one query for all pages."""
    editable = PagePermissionPolicy(SitePage).instances_user_has_permission_for(user, "change")
    keys = {finding.page_id for finding in findings} - {None}
    pages = set(editable.filter(pk__in=keys).values_list("pk", flat=True))
    may_redirect = user.has_perm("wagtailredirects.change_redirect")
    for finding in findings:
        shown(finding).edit_url = ""
        if finding.page_id in pages:
            address = reverse("wagtailadmin_pages:edit", args=[finding.page_id])
            finding.edit_url = address + finding.fragment
        elif finding.redirect_id and may_redirect:
            finding.edit_url = reverse("wagtailredirects:edit", args=[finding.redirect_id])
    return findings


def last_run() -> AuditRun | None:
    return AuditRun.objects.exclude(finished_at=None).first()


def trend(number: int = 10) -> list[dict]:
    """The last runs, newest first, with how many findings of each severity they had."""
    known = every_check()
    rows = []
    for run in AuditRun.objects.exclude(finished_at=None)[:number]:
        totals = Counter()
        for code, found in run.counts.items():
            if code in known:
                totals[known[code].severity] += found
        numbers = [totals[severity] for severity in Severity]
        rows.append({"run": run, "numbers": numbers})
    return rows
