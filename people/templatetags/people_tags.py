"""The address of a person's profile, for cards, bylines and quotes."""

from django import template

from people.addresses import profile_url

register = template.Library()


@register.simple_tag(takes_context=True)
def person_url(context, person) -> str:
    """Return the profile's address; empty for who has none (archived, unpublished, no people page)."""
    return profile_url(person, context.get("request"))
