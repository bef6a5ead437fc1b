"""One question of a form, as an editor puts it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.contrib.forms.models import AbstractFormField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField


class FieldType(models.TextChoices):
    SINGLELINE = "singleline", _("Text")
    MULTILINE = "multiline", _("Long text")
    EMAIL = "email", _("E-mail address")
    PHONE = "phone", _("Telephone number")
    DROPDOWN = "dropdown", _("One of a list")
    RADIO = "radio", _("One of a few, all in sight")
    CHECKBOXES = "checkboxes", _("Several of a few")
    CHECKBOX = "checkbox", _("Yes or no")
    DATE = "date", _("Date")
    FILE = "file", _("File")
    CONSENT = "consent", _("Consent, with its wording kept")


WITH_CHOICES = {FieldType.DROPDOWN, FieldType.RADIO, FieldType.CHECKBOXES}
MOST_CHOICES = 100


def offered_types() -> list[tuple[str, str]]:
    """What an editor may ask for: files only where the settings allow it."""
    return [
        choice
        for choice in FieldType.choices
        if choice[0] != FieldType.FILE or settings.FORM_UPLOADS
    ]


class FormField(TranslatableMixin, AbstractFormField):
    page = ParentalKey("leads.FormPage", on_delete=models.CASCADE, related_name="form_fields")
    field_type = models.CharField(_("kind"), max_length=16, choices=offered_types)
    # A preview builds the field, so it must know its kind.
    field_type.required_on_save = True
    choices = models.TextField(
        _("choices"), blank=True, max_length=5000, help_text=_("One to a line.")
    )

    panels = ["label", "field_type", "required", "help_text", "choices"]
    # The name under which answers are kept stays the same in every language.
    translatable_fields = [
        TranslatableField("label"),
        TranslatableField("help_text"),
        TranslatableField("choices"),
        SynchronizedField("clean_name"),
        SynchronizedField("field_type"),
        SynchronizedField("required"),
    ]

    class Meta(TranslatableMixin.Meta, AbstractFormField.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self):
        return self.label

    @property
    def wording(self) -> str:
        """What a visitor reads beside the box, whole: for the proof of a consent."""
        return " ".join(f"{self.label} {self.help_text}".split())

    def clean(self):
        super().clean()
        lines = [line for line in self.choices.splitlines() if line.strip()]
        if self.field_type in WITH_CHOICES and not lines:
            raise ValidationError({"choices": _("Write what there is to choose from.")})
        if len(lines) > MOST_CHOICES:
            raise ValidationError({"choices": _("Nobody reads so many: 100 at most.")})
