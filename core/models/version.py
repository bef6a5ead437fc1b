"""One token for the state of the site: whatever was remembered under an older one is forgotten."""

from uuid import uuid4

from django.db import models
from django.db.models.signals import post_delete, post_save

# What saving a draft of something public writes; readers see none of it.
BOOKKEEPING = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
}


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
    def follow(cls, *models) -> None:
        """Renew whenever a record of these models changes: each app names its own when it is ready."""
        for model in models:
            post_save.connect(cls.renew, sender=model)
            post_delete.connect(cls.renew, sender=model)

    @classmethod
    def renew(cls, update_fields=None, **signal) -> None:
        """Forget everything: called by the signals of what readers see."""
        if update_fields and BOOKKEEPING.issuperset(update_fields):
            return
        cls.objects.update_or_create(pk=1, defaults={"token": uuid4()})
