"""A table of titles and descriptions that was read and shown, but not written yet."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MetadataImport(models.Model):
    """`changes` are line, sheet, key, version and values of each; `report` what a person reads, line by line."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    read_at = models.DateTimeField(auto_now_add=True)
    written_at = models.DateTimeField(null=True)
    unchanged = models.PositiveIntegerField(default=0)
    changes = models.JSONField(default=list)
    report = models.JSONField(default=list)

    class Meta:
        verbose_name = _("import of titles and descriptions")
        verbose_name_plural = _("imports of titles and descriptions")
        default_permissions = ()
        # Whoever has it may use the worksheet, on what they may change anyway.
        permissions = [("edit_metadata", _("Can edit titles and descriptions in the worksheet"))]

    def __str__(self):
        return str(self.read_at)
