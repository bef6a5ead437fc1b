"""Emptying the outbox: each delivery taken by one process, tried, and tried again later if it fails."""

import logging

from leads.models import Delivery
from leads.models.outbox import Kind
from leads.outbox.mail import send_mail
from leads.outbox.webhook import send_webhook

log = logging.getLogger(__name__)
AT_A_TIME = 100


def send_due() -> int:
    """Try everything that is due, once; return how many attempts were made."""
    tried = 0
    while due := list(Delivery.objects.due()[:AT_A_TIME]):
        # Another process may take them all: then there is nothing left to do here.
        taken = [delivery for delivery in due if attempt(delivery)]
        if not taken:
            break
        tried += len(taken)
    return tried


def attempt(delivery: Delivery) -> bool:
    """Deliver it, if no other process does; False if one does."""
    if not delivery.claim():
        return False
    try:
        (send_webhook if delivery.kind == Kind.WEBHOOK else send_mail)(delivery)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong, the others wait for it no longer
        # The class says what happened; a text of the other side may repeat what a visitor wrote.
        delivery.fail(f"{type(error).__name__}: {error}")
        log.warning(
            "Delivery %s failed (attempt %s): %s",
            delivery.pk,
            delivery.attempts,
            type(error).__name__,
        )
    else:
        delivery.succeed()
    return True
