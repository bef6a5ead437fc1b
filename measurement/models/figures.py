"""What is counted of visits, per page and day: nothing in it tells who."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    VIEW = "view", _("Views")
    REFERRER = "referrer", _("Came from")
    CAMPAIGN = "campaign", _("Campaigns")
    CONVERSION = "conversion", _("Forms sent")


class Figure(models.Model):
    """How often something happened on a page on a day; `value` says what, empty for views."""

    day = models.DateField(_("day"))
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    value = models.CharField(_("what"), max_length=190, blank=True)
    count = models.PositiveIntegerField(_("times"), default=0)

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.UniqueConstraint(
                fields=["day", "kind", "page", "value"], name="one_figure_per_day"
            )
        ]
        indexes = [models.Index(fields=["page", "kind", "day"], name="figures_of_page")]

    def __str__(self):
        return f"{self.day} {self.kind} {self.value}: {self.count}"
