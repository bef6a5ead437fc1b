"""Signing up, confirming and leaving: each step kept as proof, each told to other programs."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale

from leads.models import Subscription
from leads.models.outbox import Kind
from leads.models.subscription import EventKind, Status
from leads.outbox.writing import tell_programs, write_to_subscriber

CONFIRMED, LEFT = "newsletter.confirmed", "newsletter.left"


def request_subscription(email: str, language: str, wording: str, address: str) -> None:
    """Ask by mail whether the owner of the address wants it. Who is on the list is asked like anyone else."""
    locale = Locale.objects.get(language_code=language)
    with transaction.atomic():
        subscription, is_new = Subscription.objects.get_or_create(
            email=email.lower(), defaults={"locale": locale}
        )
        if not is_new and subscription.status != Status.CONFIRMED:
            subscription.status, subscription.locale = Status.PENDING, locale
            subscription.requested_at = timezone.now()
            subscription.save()
        subscription.events.create(kind=EventKind.REQUESTED, wording=wording, address=address)
        write_to_subscriber(subscription, Kind.OPT_IN)


def confirm_subscription(subscription: Subscription) -> None:
    """Once, however often the button is pressed; who has left since has to ask anew."""
    with transaction.atomic():
        waiting = Subscription.objects.filter(pk=subscription.pk, status=Status.PENDING)
        now = timezone.now()
        if waiting.update(status=Status.CONFIRMED, confirmed_at=now, left_at=None):
            subscription.refresh_from_db()
            subscription.events.create(kind=EventKind.CONFIRMED, at=now)
            write_to_subscriber(subscription, Kind.WELCOME)
            tell_programs(subscription, CONFIRMED)


def leave(subscription: Subscription) -> None:
    with transaction.atomic():
        there = Subscription.objects.filter(pk=subscription.pk).exclude(status=Status.LEFT)
        now = timezone.now()
        if there.update(status=Status.LEFT, left_at=now):
            subscription.refresh_from_db()
            subscription.events.create(kind=EventKind.LEFT, at=now)
            tell_programs(subscription, LEFT)
