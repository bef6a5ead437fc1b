"""The address of a person's profile, for cards, bylines and quotes."""

from django import template

from core.addresses import index_url
from people.models import PeopleIndexPage

register = template.Library()


@register.simple_tag(takes_context=True)
def person_url(context, person) -> str:
    """Return the profile's address; empty for who has none (archived, unpublished, no people page)."""
    if not person or not person.pk or person.archived or not person.live:
        return ""
    people = index_url(PeopleIndexPage, person.locale_id, context.get("request"))
    return f"{people}{person.slug}/" if people else ""
