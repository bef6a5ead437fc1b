"""E-mail addresses of strangers: each is one that a mail can be written to."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.encoding import punycode


class DeliverableEmailField(forms.EmailField):
    """Django accepts domains without a form for the wire, with which neither team nor sender could ever be mailed,
    and control characters in quotes."""

    def clean(self, value):
        address = super().clean(value)
        if not is_deliverable(address):
            raise ValidationError(EmailValidator.message, code="invalid")
        return address


def is_deliverable(address: str) -> bool:
    try:
        punycode(address.rpartition("@")[2])
    except UnicodeError:
        return False
    return address.isprintable()
