"""Addresses on other sites: where pages link to them, and how they answered when they were last asked."""

from collections.abc import Callable
from datetime import timedelta
from hashlib import md5

from django.db.models import F, Q
from django.utils import timezone

from seo.audit.external import Visitor
from seo.audit.facts import PageFacts
from seo.audit.targets import State
from seo.models import ExternalAddress, ExternalLink

ASKED_AGAIN_AFTER = timedelta(days=7)
# A night has room for so many; the longest unasked come first, so all have their turn.
MOST_A_RUN = 500
LONGEST = 2000


def digest(text: str) -> str:
    """Return a key by which texts are compared."""
    return md5(text.encode(), usedforsecurity=False).hexdigest()


def note_links(pages: list[PageFacts]) -> None:
    """Write down where these pages link to other sites, instead of what they linked to before."""
    found = [
        (facts.page.pk, link.address, link.place)
        for facts in pages
        for link, state in facts.links
        if state is State.ELSEWHERE and len(link.address) <= LONGEST
    ]
    ExternalLink.objects.filter(page__in=[facts.page.pk for facts in pages]).delete()
    keys = {digest(address): address for _page, address, _place in found}
    ExternalAddress.objects.bulk_create(
        [ExternalAddress(key=key, address=address) for key, address in keys.items()],
        ignore_conflicts=True,
    )
    numbers = dict(ExternalAddress.objects.filter(key__in=keys).values_list("key", "pk"))
    ExternalLink.objects.bulk_create(
        ExternalLink(page_id=page, address_id=numbers[digest(address)], place=place)
        for page, address, place in found
    )


def ask_addresses(visitor: Visitor, show: Callable[[int, int], None]) -> None:
    """Ask those that were never asked, and those that were asked a week ago."""
    long_ago = timezone.now() - ASKED_AGAIN_AFTER
    due = ExternalAddress.objects.filter(Q(checked_at=None) | Q(checked_at__lt=long_ago))
    due = list(due.order_by(F("checked_at").asc(nulls_first=True), "pk")[:MOST_A_RUN])
    for number, record in enumerate(due, start=1):
        record.status, record.checked_at = visitor.status(record.address), timezone.now()
        record.save(update_fields=["status", "checked_at"])
        show(number, len(due))
