"""The links of the newsletter's mails: signed, so that nobody confirms or leaves for another."""

from django.core import signing
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from leads.models import Subscription
from leads.models.subscription import DAYS_TO_CONFIRM

CONFIRM, LEAVE = "leads.newsletter.confirm", "leads.newsletter.leave"
DAY = 24 * 3600


def confirm_url(subscription: Subscription) -> str:
    return url("newsletter_confirm", subscription, CONFIRM)


def leave_url(subscription: Subscription) -> str:
    """Good for ever: who wants to leave is not to be told that it is too late."""
    return url("newsletter_leave", subscription, LEAVE)


def url(name: str, subscription: Subscription, salt: str) -> str:
    signed = signing.dumps([subscription.pk, subscription.email], salt=salt)
    with translation.override(subscription.locale.language_code):
        return Site.objects.get(is_default_site=True).root_url + reverse(name, args=[signed])


def subscription_of(signed: str, salt: str) -> Subscription | None:
    """Return whose link it is; None if it is not ours, has expired, or there is nobody any more."""
    max_age = DAYS_TO_CONFIRM * DAY if salt == CONFIRM else None
    try:
        key, email = signing.loads(signed, salt=salt, max_age=max_age)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Subscription.objects.select_related("locale").filter(pk=key, email=email).first()
