"""Who is to be told of what has happened: rows of the outbox, in the transaction of what they tell of."""

from datetime import timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from leads.models import Delivery, Submission, Subscription
from leads.models.outbox import Kind
from measurement.recording import record_conversion

SUBMITTED = "form.submitted"
# Strangers can make the site write to anyone: so many mails a day to one address.
MOST_TO_ONE_ADDRESS = 3


def announce(submission: Submission) -> None:
    """Tell the team, the sender and other programs of a submission."""
    page = submission.page.specific
    team = {address.strip() for address in page.notified.split(",")} - {""}
    deliveries = [
        Delivery(kind=Kind.NOTIFICATION, submission=submission, recipient=address)
        for address in sorted(team)
    ]
    sender = page.sender_of(submission)
    if page.confirms and sender and may_write_to(sender):
        deliveries.append(Delivery(kind=Kind.CONFIRMATION, submission=submission, recipient=sender))
    if settings.WEBHOOK_URL:
        deliveries.append(Delivery(kind=Kind.WEBHOOK, event=SUBMITTED, submission=submission))
    Delivery.objects.bulk_create(deliveries)
    # Afterwards: a figure is not worth a message.
    transaction.on_commit(partial(record_conversion, page.pk, page.title))


def write_to_subscriber(subscription: Subscription, kind: Kind) -> None:
    if may_write_to(subscription.email):
        Delivery.objects.create(kind=kind, subscription=subscription, recipient=subscription.email)


def tell_programs(subscription: Subscription, event: str) -> None:
    if settings.WEBHOOK_URL:
        Delivery.objects.create(kind=Kind.WEBHOOK, event=event, subscription=subscription)


def may_write_to(address: str) -> bool:
    """Whether this address has not been written to often today, by whatever form."""
    today = Delivery.objects.filter(
        recipient__iexact=address,
        created_at__gt=timezone.now() - timedelta(days=1),
        kind__in=[Kind.CONFIRMATION, Kind.OPT_IN],
    )
    return today.count() < MOST_TO_ONE_ADDRESS
