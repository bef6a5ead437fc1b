"""Telling another program, signed as https://www.standardwebhooks.com says, so that libraries can check it."""

import base64
import hmac
import json
import urllib.request
from hashlib import sha256
from time import time

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

from leads.models import Delivery, Submission, Subscription
from leads.models.subscription import EventKind

SECONDS = 10
PREFIX = "whsec_"


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """What is sent is meant for the address in the settings, and for no other."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        return None


opener = urllib.request.build_opener(NoRedirects)


def send_webhook(delivery: Delivery) -> None:
    """Post the event; anything but a 2xx in time is an error. The receiver knows a repetition by its id."""
    record = delivery.submission or delivery.subscription
    body = json.dumps(
        {
            "id": str(delivery.pk),
            "type": delivery.event,
            "timestamp": delivery.created_at,
            "data": about(record),
        },
        cls=DjangoJSONEncoder,
        ensure_ascii=False,
    ).encode()
    moment = str(int(time()))
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Vetrina",
        "webhook-id": str(delivery.pk),
        "webhook-timestamp": moment,
        "webhook-signature": signature(str(delivery.pk), moment, body),
    }
    # The address comes from the operator’s settings, which check its scheme.
    request = urllib.request.Request(settings.WEBHOOK_URL, body, headers, method="POST")  # noqa: S310
    with opener.open(request, timeout=SECONDS):
        pass


def signature(delivery_id: str, moment: str, body: bytes) -> str:
    secret = settings.WEBHOOK_SECRET
    key = (
        base64.b64decode(secret.removeprefix(PREFIX))
        if secret.startswith(PREFIX)
        else secret.encode()
    )
    signed = hmac.digest(key, f"{delivery_id}.{moment}.".encode() + body, sha256)
    return f"v1,{base64.b64encode(signed).decode()}"


def about(record: Submission | Subscription) -> dict:
    """What a program is told of a record."""
    if isinstance(record, Subscription):
        consent = record.events.filter(kind=EventKind.REQUESTED).last()
        return {
            "email": record.email,
            "language": record.locale.language_code,
            "status": record.status,
            "requested_at": record.requested_at,
            "confirmed_at": record.confirmed_at,
            "left_at": record.left_at,
            "wording": consent.wording if consent else "",
        }
    page = record.page
    return {
        "submission": record.pk,
        "form": {"id": page.pk, "title": page.title, "address": page.full_url},
        "language": page.locale.language_code,
        "submitted_at": record.submit_time,
        "answers": record.form_data,
        "consents": record.consents,
        "campaign": record.campaign,
    }
