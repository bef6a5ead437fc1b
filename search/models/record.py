"""What visitors looked for, as counts per day: nothing in it tells who."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchRecord(models.Model):
    day = models.DateField(_("day"))
    locale = models.ForeignKey(
        "wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", verbose_name=_("language")
    )
    words = models.CharField(_("words"), max_length=60)
    searches = models.PositiveIntegerField(_("searches"), default=0)
    clicks = models.PositiveIntegerField(_("clicks"), default=0)
    results = models.PositiveIntegerField(_("results"), default=0)

    class Meta:
        verbose_name = _("search record")
        verbose_name_plural = _("search records")
        constraints = [
            models.UniqueConstraint(fields=["locale", "words", "day"], name="unique_search_per_day")
        ]
        indexes = [models.Index(fields=["day"], name="search_day")]

    def __str__(self):
        return f"{self.day} {self.words}"
