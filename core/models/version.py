"""One token for the state of the site: whatever was remembered under an older one is forgotten."""

from uuid import uuid4

from django.db import models


class SiteVersion(models.Model):
    """A single row in the database, so that every process and machine sees a change with its transaction."""

    token = models.UUIDField(default=uuid4)
    renewed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "site version"

    def __str__(self):
        return str(self.token)

    @classmethod
    def current(cls) -> "SiteVersion":
        version, _created = cls.objects.get_or_create(pk=1)
        return version

    @classmethod
    def renew(cls, **signal) -> None:
        """Forget everything: called by the signals of what stands on every page."""
        cls.objects.update_or_create(pk=1, defaults={"token": uuid4()})
