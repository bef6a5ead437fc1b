"""What the audit found: its runs, one row per page and per finding, and what became of addresses elsewhere."""

from django.db import models
from django.utils.translation import gettext_lazy as _

RUNS_KEPT = 60


class Severity(models.IntegerChoices):
    ERROR = 1, _("Error")
    WARNING = 2, _("Warning")
    NOTICE = 3, _("Notice")


class Owner(models.TextChoices):
    """Who can put it right."""

    EDITOR = "editor", _("Editor")
    SEO = "seo", _("SEO")
    DEVELOPER = "developer", _("Developer")


class AuditRun(models.Model):
    """One pass over all pages; `last_page` is where an interrupted one goes on."""

    started_at = models.DateTimeField(_("begun"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True)
    last_page = models.PositiveBigIntegerField(default=0)
    pages = models.PositiveIntegerField(_("pages"), default=0)
    counts = models.JSONField(default=dict, help_text="Findings by code.")

    class Meta:
        verbose_name = "audit run"
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.started_at:%Y-%m-%d %H:%M}"


class AuditedPage(models.Model):
    """What pages are compared by: digests of title and description, and how many places link to it."""

    page = models.OneToOneField("core.SitePage", on_delete=models.CASCADE, related_name="audited")
    run = models.ForeignKey(AuditRun, on_delete=models.CASCADE, related_name="+")
    title_key = models.CharField(max_length=32, blank=True)
    description_key = models.CharField(max_length=32, blank=True)
    inbound = models.PositiveIntegerField(default=0)

    # What the audit says of a page is no use of it.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "audited page"
        indexes = [
            models.Index(fields=["title_key"], name="audited_title"),
            models.Index(fields=["description_key"], name="audited_description"),
        ]

    def __str__(self):
        return str(self.page_id)


class Finding(models.Model):
    """`code` names the check, which knows the message; `place` is the content path of the field or block.

    It concerns a page, or else a redirect.
    """

    run = models.ForeignKey(AuditRun, on_delete=models.CASCADE, related_name="findings")
    page = models.ForeignKey(
        "core.SitePage", on_delete=models.CASCADE, null=True, related_name="findings"
    )
    redirect = models.ForeignKey(
        "wagtailredirects.Redirect", on_delete=models.CASCADE, null=True, related_name="+"
    )
    code = models.CharField(max_length=40, db_index=True)
    severity = models.PositiveSmallIntegerField(_("severity"), choices=Severity.choices)
    owner = models.CharField(_("for"), max_length=10, choices=Owner.choices)
    detail = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=300, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("finding of the audit")
        verbose_name_plural = _("findings of the audit")
        ordering = ["severity", "code", "pk"]
        indexes = [models.Index(fields=["severity", "code", "id"], name="finding_order")]

    def __str__(self):
        return self.code


class ExternalAddress(models.Model):
    """An address on another site, and how it answered when it was last asked: 0 for not at all."""

    key = models.CharField(max_length=32, unique=True, help_text="Digest of the address.")
    address = models.TextField()
    status = models.PositiveSmallIntegerField(null=True)
    checked_at = models.DateTimeField(null=True, db_index=True)

    class Meta:
        verbose_name = "external address"

    def __str__(self):
        return self.address


class ExternalLink(models.Model):
    """Where a page links to it."""

    page = models.ForeignKey("core.SitePage", on_delete=models.CASCADE, related_name="+")
    address = models.ForeignKey(ExternalAddress, on_delete=models.CASCADE, related_name="links")
    place = models.CharField(max_length=300, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "external link"

    def __str__(self):
        return f"{self.page_id}: {self.address_id}"
