"""What has still to be told: mails and webhooks, written in the transaction of what they tell of."""

from datetime import timedelta
from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Minutes to wait after each failure; after the last, somebody has to look.
BACK_OFF = (1, 5, 20, 60, 180, 720, 1440, 2880)
# For how long who has taken one alone may try; longer than any timeout.
LEASE = timedelta(minutes=5)
LONGEST_ERROR = 300
DAYS_KEPT = 30


class Kind(models.TextChoices):
    NOTIFICATION = "notification", _("Message to the team")
    CONFIRMATION = "confirmation", _("Confirmation to the sender")
    OPT_IN = "opt_in", _("Newsletter: please confirm")
    WELCOME = "welcome", _("Newsletter: welcome")
    WEBHOOK = "webhook", _("Webhook")


class DeliveryQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(done_at__isnull=True, given_up_at__isnull=True)

    def due(self):
        return self.waiting().filter(due_at__lte=timezone.now()).order_by("due_at")

    def overdue(self):
        """Those that nobody needs to see any longer."""
        before = timezone.now() - timedelta(days=DAYS_KEPT)
        return self.filter(models.Q(done_at__lt=before) | models.Q(given_up_at__lt=before))


class Delivery(models.Model):
    """One mail or one webhook. It holds no text: what it says is read from its record when it is sent."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    event = models.CharField(_("event"), max_length=40, blank=True)
    recipient = models.CharField(_("recipient"), max_length=254, blank=True)
    submission = models.ForeignKey(
        "leads.Submission", on_delete=models.CASCADE, null=True, related_name="deliveries"
    )
    subscription = models.ForeignKey(
        "leads.Subscription", on_delete=models.CASCADE, null=True, related_name="deliveries"
    )
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    due_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    done_at = models.DateTimeField(_("delivered"), null=True, blank=True)
    given_up_at = models.DateTimeField(_("given up"), null=True, blank=True)
    error = models.CharField(_("last error"), max_length=LONGEST_ERROR, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["-created_at"]
        indexes = [
            models.Index(
                fields=["due_at"],
                name="leads_delivery_waiting",
                condition=models.Q(done_at__isnull=True, given_up_at__isnull=True),
            ),
            models.Index(fields=["recipient", "created_at"], name="leads_delivery_recipient"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.created_at:%Y-%m-%d %H:%M}"

    def claim(self) -> bool:
        """Take it for oneself; only one of all who try at the same time is told yes."""
        mine = Delivery.objects.waiting().filter(pk=self.pk, due_at=self.due_at)
        until = timezone.now() + LEASE
        if not mine.update(due_at=until, attempts=models.F("attempts") + 1):
            return False
        self.due_at, self.attempts = until, self.attempts + 1
        return True

    def succeed(self) -> None:
        self.done_at, self.error = timezone.now(), ""
        self.save(update_fields=["done_at", "error"])

    def fail(self, error: str) -> None:
        self.error, now = error[:LONGEST_ERROR], timezone.now()
        if self.attempts > len(BACK_OFF):
            self.given_up_at = now
        else:
            self.due_at = now + timedelta(minutes=BACK_OFF[self.attempts - 1])
        self.save(update_fields=["error", "due_at", "given_up_at"])
