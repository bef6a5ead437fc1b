"""Links by which people without an account read the draft of a page, until a day or until they are revoked."""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

TOKEN_BYTES = 32


class DraftLinkQuerySet(models.QuerySet):
    def open(self):
        """Those that lead to a draft now; whoever may no longer sign in has no word to give either."""
        return self.filter(
            revoked_at=None, expires_at__gt=timezone.now(), created_by__is_active=True
        )

    def of(self, token: str) -> "DraftLink | None":
        return self.filter(digest=digest_of(token)).select_related("page").first()

    def make(self, page: Page, user, days: int, note: str = "") -> tuple["DraftLink", str]:
        """Return a new link with its token, which nobody can find out afterwards."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        link = self.create(
            page=page,
            digest=digest_of(token),
            note=note,
            created_by=user,
            expires_at=timezone.now() + timedelta(days=days),
        )
        return link, token

    def revoke(self) -> int:
        return self.filter(revoked_at=None).update(revoked_at=timezone.now())

    def count_opening(self) -> None:
        """How often, and nothing else of who it was."""
        self.update(opened=F("opened") + 1)


class DraftLink(models.Model):
    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="draft_links", verbose_name=_("page")
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    note = models.CharField(_("for whom"), max_length=80, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("made by"),
    )
    created_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("open until"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    opened = models.PositiveIntegerField(_("opened"), default=0)

    objects = DraftLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft link")
        verbose_name_plural = _("draft links")
        ordering = ["-created_at"]
        default_permissions = ()

    @property
    def is_open(self) -> bool:
        still = self.revoked_at is None and self.expires_at > timezone.now()
        return still and self.created_by.is_active


def digest_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()
