"""Mails as text and HTML, in the language of the page that they come from."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Site

from core.models import BrandSettings
from leads.models import Delivery, Submission, Subscription
from leads.models.outbox import Kind
from leads.newsletter.tokens import confirm_url, leave_url

# One header has room for so much, and mail programs show less.
LONGEST_SUBJECT = 150


def send_mail(delivery: Delivery) -> None:
    record = delivery.submission or delivery.subscription
    locale = record.page.locale if delivery.submission else record.locale
    with translation.override(locale.language_code):
        site = Site.objects.get(is_default_site=True)
        brand = BrandSettings.for_site(site)
        context = {"brand": brand, "language": locale.language_code, "site_url": site.root_url}
        context |= WRITERS[Kind(delivery.kind)](record, brand.name)
        compose(delivery, context).send()


def compose(delivery: Delivery, context: dict) -> EmailMultiAlternatives:
    name = f"leads/mail/{delivery.kind}"
    mail = EmailMultiAlternatives(
        subject=one_line(context["subject"]),
        body=render_to_string(f"{name}.txt", context),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[delivery.recipient],
        reply_to=[context["reply_to"]] if context.get("reply_to") else None,
        # The same at each attempt, so that a mail server may know a repetition.
        headers={
            "Message-ID": f"<{delivery.pk}@{sender_domain()}>",
            "Auto-Submitted": "auto-generated",
            **context.get("headers", {}),
        },
    )
    mail.attach_alternative(render_to_string(f"{name}.html", context), "text/html")
    return mail


def sender_domain() -> str:
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"


def one_line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_SUBJECT]


def notification(submission: Submission, site_name: str) -> dict:
    page = submission.page.specific
    link = reverse("wagtailforms:list_submissions", args=[page.pk])
    return {
        "subject": _("New message: %(form)s") % {"form": page.title},
        "page": page,
        "submission": submission,
        "answers": page.labelled(submission),
        "list_url": f"{settings.WAGTAILADMIN_BASE_URL}{link}",
        "reply_to": page.sender_of(submission),
    }


def confirmation(submission: Submission, site_name: str) -> dict:
    page = submission.page.specific
    subject = _("We have received your message (%(site)s)") % {"site": site_name}
    return {"subject": subject, "page": page, "submission": submission}


def opt_in(subscription: Subscription, site_name: str) -> dict:
    subject = _("Please confirm: the newsletter of %(site)s") % {"site": site_name}
    return {"subject": subject, "confirm_url": confirm_url(subscription)}


def welcome(subscription: Subscription, site_name: str) -> dict:
    address = leave_url(subscription)
    return {
        "subject": _("Welcome to the newsletter of %(site)s") % {"site": site_name},
        "leave_url": address,
        # What mail programs make their own button of (RFC 2369, RFC 8058).
        "headers": {
            "List-Unsubscribe": f"<{address}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    }


WRITERS = {
    Kind.NOTIFICATION: notification,
    Kind.CONFIRMATION: confirmation,
    Kind.OPT_IN: opt_in,
    Kind.WELCOME: welcome,
}
