"""What a visitor has sent by a form, and the files that came with it."""

from datetime import timedelta
from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.models import AbstractFormSubmission

from leads.campaign import LONGEST, LONGEST_ADDRESS, UTM
from leads.forms.uploads import LONGEST_NAME, PrivateStorage

# How long what looks like a robot’s waits for a word from a person.
DAYS_UNCONFIRMED = 14


class SubmissionQuerySet(models.QuerySet):
    def confirmed(self):
        """Those that a person has sent, as far as one can tell."""
        return self.filter(confirmed_at__isnull=False)

    def overdue(self):
        """Those whose time has come: kept as long as their form says, or never confirmed."""
        now = timezone.now()
        unconfirmed = models.Q(
            confirmed_at__isnull=True,
            submit_time__lt=now - timedelta(days=DAYS_UNCONFIRMED),
        )
        periods = self.values_list("page__sitepage__formpage__retention_days", flat=True).distinct()
        for days in periods.order_by():
            unconfirmed |= models.Q(
                page__sitepage__formpage__retention_days=days,
                submit_time__lt=now - timedelta(days=days),
            )
        return self.filter(unconfirmed)


class Submission(AbstractFormSubmission):
    # The same message sent twice has the same key.
    key = models.CharField(max_length=64, unique=True, editable=False)
    ticket = models.CharField(max_length=32, db_index=True, blank=True, editable=False)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    consents = models.JSONField(_("consents"), default=list)
    address = models.CharField(_("sent from"), max_length=LONGEST_ADDRESS, blank=True)
    referrer = models.CharField(_("came from"), max_length=LONGEST, blank=True)
    utm_source = models.CharField(_("campaign source"), max_length=LONGEST, blank=True)
    utm_medium = models.CharField(_("campaign medium"), max_length=LONGEST, blank=True)
    utm_campaign = models.CharField(_("campaign"), max_length=LONGEST, blank=True)
    utm_term = models.CharField(_("campaign term"), max_length=LONGEST, blank=True)
    utm_content = models.CharField(_("campaign content"), max_length=LONGEST, blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta(AbstractFormSubmission.Meta):
        indexes = [models.Index(fields=["page", "-submit_time"], name="leads_submission_of_page")]

    def __str__(self):
        return f"{self.page} {self.submit_time:%Y-%m-%d %H:%M}"

    @property
    def consent_text(self) -> str:
        """The wording of the day, of each consent that was given."""
        return "\n".join(consent["wording"] for consent in self.consents)

    @property
    def campaign(self) -> dict[str, str]:
        """Where the sender came from, as far as it is known."""
        names = (*UTM, "referrer", "address")
        return {name: getattr(self, name) for name in names if getattr(self, name)}

    def get_data(self):
        told = ("confirmed_at", "utm_source", "utm_medium", "utm_campaign", "referrer", "address")
        shown = {name: getattr(self, name) for name in told}
        return super().get_data() | shown | {"consents": self.consent_text}


def private_path(file: "SubmittedFile", name: str) -> str:
    """Nothing of the sender’s own name reaches the disk."""
    return f"leads/{uuid4().hex}"


class SubmittedFile(models.Model):
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="files")
    field = models.CharField(max_length=255)
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    media_type = models.CharField(max_length=100)
    file = models.FileField(storage=PrivateStorage(), upload_to=private_path)

    class Meta:
        verbose_name = _("submitted file")
        verbose_name_plural = _("submitted files")

    def __str__(self):
        return self.name
