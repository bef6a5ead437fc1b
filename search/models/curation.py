"""What marketers decide about searches: which page comes first for which words, which words mean the same."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from search.analysis import analyser, words


def key_of(text: str, language: str) -> str:
    """Return the same key for the same words in any form and order; empty for no words."""
    known = analyser(language)
    kept = [word for word in words(text) if not known.is_stop_word(word)] or list(words(text))
    return " ".join(sorted({known.term(word) for word in kept}))


class BestBet(TranslatableMixin, index.Indexed, models.Model):
    words = models.CharField(
        _("words"),
        max_length=100,
        help_text=_(
            "What visitors search for. Order and endings do not matter: “loom” is “looms”."
        ),
    )
    page = models.ForeignKey(
        "core.SitePage",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
        help_text=_("Shown first while it is public."),
    )
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)

    panels = [
        FieldPanel("words"),
        PageChooserPanel("page"),
        FieldRowPanel(["starts_on", "ends_on"]),
    ]
    search_fields = [
        index.SearchField("words"),
        index.AutocompleteField("words"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("best bet")
        verbose_name_plural = _("best bets")
        ordering = ["words", "pk"]

    def __str__(self):
        return self.words

    def clean(self):
        super().clean()
        if not any(words(self.words)):
            raise ValidationError({"words": _("Write at least one word.")})
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day is before the first.")})

    @cached_property
    def key(self) -> str:
        return key_of(self.words, self.locale.language_code)

    def is_on(self, day) -> bool:
        """Whether it is shown on a day: both its first and its last day count."""
        return (self.starts_on or day) <= day <= (self.ends_on or day)


class Synonyms(TranslatableMixin, index.Indexed, models.Model):
    words = models.CharField(
        _("words"),
        max_length=250,
        help_text=_(
            "Words that mean the same, with commas between: “sofa, couch, settee”. Who searches for one finds all."
        ),
    )

    panels = ["words"]
    search_fields = [
        index.SearchField("words"),
        index.AutocompleteField("words"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["words", "pk"]

    def __str__(self):
        return self.words

    def clean(self):
        super().clean()
        if len(self.forms) < 2:
            raise ValidationError({"words": _("Write two words or more, with commas between.")})

    @property
    def forms(self) -> list[str]:
        """The words and phrases one by one, without what is empty."""
        return [form.strip() for form in self.words.split(",") if any(words(form))]
