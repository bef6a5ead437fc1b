"""Where a person's profile stands: the one place that knows who has one."""

from core.addresses import index_url
from people.models import PeopleIndexPage, Person


def profile_url(person: Person | None, request=None) -> str:
    """Return the profile's address; empty for who has none (archived, unpublished, no people page)."""
    if not person or not person.pk or person.archived or not person.live:
        return ""
    people = index_url(PeopleIndexPage, person.locale_id, request)
    return f"{people}{person.slug}/" if people else ""
