"""The sign-up to the newsletter: one address, and the words that stood beside it."""

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.forms.addresses import DeliverableEmailField

SALT = "leads.newsletter.wording"


class SignUpForm(forms.Form):
    email = DeliverableEmailField(
        label=gettext_lazy("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    # Signed, so that what is kept as proof is what the page said.
    wording = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)

    @property
    def shown_wording(self) -> str:
        """What stands beside the button."""
        return unsigned(self["wording"].value() or "")

    def clean_wording(self):
        return unsigned(self.cleaned_data["wording"])


def signed(wording: str) -> str:
    return signing.Signer(salt=SALT).sign(wording)


def default_wording() -> str:
    return _("Yes, write to me. I can unsubscribe at any time, by a link in each letter.")


def unsigned(wording: str) -> str:
    """Return what a page of ours says; for anything else, what stands where an editor wrote nothing."""
    try:
        return signing.Signer(salt=SALT).unsign(wording)
    except signing.BadSignature:
        return default_wording()
