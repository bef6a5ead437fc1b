"""Who wants the newsletter, and the proof of it."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

DAYS_TO_CONFIRM = 7
# As long as somebody may ask why they were written to.
DAYS_OF_PROOF = 365


class Status(models.TextChoices):
    PENDING = "pending", _("Not confirmed yet")
    CONFIRMED = "confirmed", _("Confirmed")
    LEFT = "left", _("Unsubscribed")


class SubscriptionQuerySet(models.QuerySet):
    def confirmed(self):
        return self.filter(status=Status.CONFIRMED)

    def overdue(self):
        """Requests that nobody has confirmed, and those who left so long ago that no proof is needed."""
        now = timezone.now()
        never = models.Q(
            status=Status.PENDING, requested_at__lt=now - timedelta(days=DAYS_TO_CONFIRM)
        )
        gone = models.Q(status=Status.LEFT, left_at__lt=now - timedelta(days=DAYS_OF_PROOF))
        return self.filter(never | gone)


class Subscription(models.Model):
    email = models.EmailField(_("e-mail address"), unique=True)
    locale = models.ForeignKey(Locale, on_delete=models.PROTECT, verbose_name=_("language"))
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.PENDING
    )
    requested_at = models.DateTimeField(_("requested"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    left_at = models.DateTimeField(_("unsubscribed"), null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("newsletter subscription")
        verbose_name_plural = _("newsletter subscriptions")
        ordering = ["-requested_at"]

    def __str__(self):
        return self.email


class EventKind(models.TextChoices):
    REQUESTED = "requested", _("Requested")
    CONFIRMED = "confirmed", _("Confirmed")
    LEFT = "left", _("Unsubscribed")


class SubscriptionEvent(models.Model):
    """A step of a subscription: together they prove what was agreed to, and when."""

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=10, choices=EventKind.choices)
    at = models.DateTimeField(default=timezone.now)
    # What the visitor read beside the button, and on which page.
    wording = models.TextField(blank=True)
    address = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d %H:%M}"
