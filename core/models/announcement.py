"""One sentence above every page of a language, for a time."""

from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Min, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PreviewableMixin, TranslatableMixin

from core.blocks.links import LinkBlock


class AnnouncementQuerySet(models.QuerySet):
    def not_over(self):
        """Those that are shown now or will be, the one that begins last first: it takes the others’ place."""
        lasting = self.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=timezone.now()))
        return lasting.order_by(F("starts_at").desc(nulls_last=True), "-pk")

    def next_moment(self):
        """When the next one begins or ends, or None."""
        now = timezone.now()
        moments = self.aggregate(
            start=Min("starts_at", filter=Q(starts_at__gt=now)),
            end=Min("ends_at", filter=Q(ends_at__gt=now)),
        )
        return min(filter(None, moments.values()), default=None)


class Announcement(PreviewableMixin, TranslatableMixin, models.Model):
    text = models.CharField(
        _("text"),
        max_length=160,
        help_text=_("One sentence, shown above every page of this language."),
    )
    link = StreamField(
        [("link", LinkBlock())],
        blank=True,
        max_num=1,
        verbose_name=_("link"),
        help_text=_("Where a reader learns more; shown after the sentence."),
    )
    starts_at = models.DateTimeField(
        _("from"), null=True, blank=True, help_text=_("Left empty, at once.")
    )
    ends_at = models.DateTimeField(
        _("until"), null=True, blank=True, help_text=_("Left empty, until it is deleted.")
    )

    objects = AnnouncementQuerySet.as_manager()

    panels = [
        "text",
        "link",
        MultiFieldPanel(
            [FieldRowPanel(["starts_at", "ends_at"])],
            heading=_("When"),
            help_text=_(
                "Shown and taken away at the minute. Of several at one time, the one that begins last is shown."
            ),
        ),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")

    def __str__(self):
        return self.text

    def clean(self):
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("This is not after its start.")})

    @property
    def token(self) -> str:
        """What a browser keeps of one that its reader has closed; another text is another announcement."""
        return sha256(f"{self.pk}:{self.text}".encode()).hexdigest()[:12]

    @property
    def when(self) -> str:
        """Whether readers see it now, for lists in the admin."""
        now = timezone.now()
        if self.ends_at and self.ends_at <= now:
            return _("Over")
        return _("Planned") if self.starts_at and self.starts_at > now else _("Shown")

    def get_preview_template(self, request, mode_name):
        return "core/announcement_preview.html"

    def get_preview_context(self, request, mode_name):
        # What the bar asks of an announcement in the frame.
        link = next((block.value for block in self.link), None)
        return {"announcement": {"text": self.text, "token": self.token, "link": link}}
