"""A series: several posts that are read in an order; each post says which part it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin
from wagtail.search import index


class Series(TranslatableMixin, index.Indexed, models.Model):
    title = models.CharField(
        _("title"), max_length=120, help_text=_("Readers see it as “Part 2 of 4: the title”.")
    )
    description = models.TextField(
        _("description"),
        max_length=300,
        blank=True,
        help_text=_("A sentence or two above the list of its parts."),
    )

    panels = ["title", "description"]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("series")
        # Singular and plural are the same word in English and in Italian.
        verbose_name_plural = _("series")
        ordering = ["title"]

    def __str__(self):
        return self.title
