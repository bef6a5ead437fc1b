"""Addresses that were asked for and are not there: what editors redirect, or say is gone on purpose."""

import re

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.redirects.models import Redirect

KEPT = 1000
# More than what everybody asks for: an address, or a number or key that may be somebody's.
PERSONAL = re.compile(r"@|\d{6,}|[0-9a-f]{16,}", re.IGNORECASE)
# What only those ask for who look for a way in.
PROBES = re.compile(
    r"^/(wp-|\.|cgi-)|\.(aspx?|bak|cgi|env|git|ini|jsp|php\d?|sql|ya?ml)$", re.IGNORECASE
)


class MissingAddressQuerySet(models.QuerySet):
    def noted(self):
        """What visits have left; the rest is what people decided or what once stood there."""
        return self.filter(gone=False, was="")

    def note_visit(self, path: str) -> None:
        """Count a visit to a normalised path, without anything that tells who it was."""
        if len(path) > 255 or PERSONAL.search(path) or PROBES.search(path):
            return
        now = timezone.now()
        if self.filter(path=path).update(count=F("count") + 1, last_seen=now):
            return
        self.bulk_create([MissingAddress(path=path, count=1, last_seen=now)], ignore_conflicts=True)
        # Those that fewest asked for go, the longest ago first.
        self.keep_within(self.noted(), "count", "last_seen")

    def note_removal(self, path: str, title: str) -> None:
        """Remember what stood at a path until now."""
        if len(path) <= 255:
            self.update_or_create(path=path, defaults={"was": title[:255]})
            self.keep_within(self.filter(gone=False).exclude(was=""), "first_seen")

    def keep_within(self, addresses, *order: str) -> None:
        """Forget what is beyond the bounds, the first of this order first."""
        if (beyond := addresses.count() - KEPT) > 0:
            first = addresses.order_by(*order).values_list("pk", flat=True)[:beyond]
            self.filter(pk__in=list(first)).delete()


class MissingAddress(models.Model):
    path = models.CharField(
        _("address"),
        max_length=255,
        unique=True,
        help_text=_("Without the name of the site, such as /old-page."),
    )
    gone = models.BooleanField(
        _("gone on purpose"),
        default=False,
        help_text=_(
            "Visitors are told so, and search engines forget it sooner (410 instead of 404)."
        ),
    )
    was = models.CharField(_("stood there"), max_length=255, blank=True, editable=False)
    count = models.PositiveIntegerField(_("visits"), default=0, editable=False)
    first_seen = models.DateTimeField(_("first visit"), auto_now_add=True)
    last_seen = models.DateTimeField(_("last visit"), null=True, blank=True, editable=False)

    objects = MissingAddressQuerySet.as_manager()

    class Meta:
        verbose_name = _("missing address")
        verbose_name_plural = _("missing addresses")
        ordering = ["-count", "-last_seen"]

    def __str__(self):
        return self.path

    def clean(self):
        super().clean()
        self.path = Redirect.normalise_path(self.path)
