"""From an editor's questions to a Django form: each answer bounded, each with the right keyboard on a phone."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import FormBuilder

from leads.forms.addresses import DeliverableEmailField
from leads.forms.uploads import CheckedFileField

LONGEST_LINE = 255
LONGEST_TEXT = 5000
LONGEST_PHONE = 40
# Digits, and what people put between them.
is_phone = RegexValidator(
    r"^\+?[\d\s()./-]{5,}$", _("Write a telephone number: digits, with + before the country.")
)


class LineField(forms.CharField):
    """One line: whatever breaks is sent within it, a header of a mail could not be forged by it."""

    def to_python(self, value):
        return " ".join(super().to_python(value).split())


class SiteFormBuilder(FormBuilder):
    def get_field_options(self, field):
        options = super().get_field_options(field)
        # Escaped where it is shown; the builder’s own escaping would show twice.
        return options | {"help_text": field.help_text, "initial": None}

    def get_formatted_field_choices(self, field):
        return [
            (line, line)
            for line in dict.fromkeys(map(str.strip, field.choices.splitlines()))
            if line
        ]

    def create_singleline_field(self, field, options):
        return LineField(max_length=LONGEST_LINE, **options)

    def create_multiline_field(self, field, options):
        widget = forms.Textarea(attrs={"rows": 7})
        return forms.CharField(max_length=LONGEST_TEXT, widget=widget, **options)

    def create_email_field(self, field, options):
        widget = forms.EmailInput(attrs={"autocomplete": "email"})
        return DeliverableEmailField(max_length=254, widget=widget, **options)

    def create_phone_field(self, field, options):
        widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})
        return LineField(max_length=LONGEST_PHONE, validators=[is_phone], widget=widget, **options)

    def create_dropdown_field(self, field, options):
        choices = [("", _("Choose")), *self.get_formatted_field_choices(field)]
        return forms.ChoiceField(choices=choices, **options)

    def create_date_field(self, field, options):
        # A browser sends what its calendar says in this form, whatever it shows.
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        return forms.DateField(widget=widget, **options)

    def create_file_field(self, field, options):
        return CheckedFileField(**options)

    def create_consent_field(self, field, options):
        return forms.BooleanField(**options)
