"""Deleting what has been kept long enough: each kind says by itself what is overdue."""

from leads.models import Delivery, Submission, Subscription

AT_A_TIME = 500


def delete_overdue() -> int:
    """Delete it, files included; return how many records went."""
    return sum(delete_all(model) for model in (Submission, Subscription, Delivery))


def delete_all(model) -> int:
    """In portions, so that no visitor waits for the table."""
    number = 0
    while keys := list(model.objects.overdue().values_list("pk", flat=True)[:AT_A_TIME]):
        model.objects.filter(pk__in=keys).delete()
        number += len(keys)
    return number
