"""A page that is taken off the site takes its draft links with it; new ones can be made."""

from editorial.models import DraftLink


def close_links(instance, **kwargs):
    DraftLink.objects.filter(page=instance.pk).revoke()
