"""Old addresses go on working: what has an address below an index page leaves a redirect when it is renamed."""

from urllib.parse import urlsplit

from django.apps import apps
from wagtail.contrib.redirects.models import Redirect

from core.addresses import index_url


def keep_address(index_model: str, locale_id: int, old: str, new: str) -> None:
    """Redirect an old path below an index page ("people.PeopleIndexPage") to a new one, without chains.

    `old` and `new` are relative to the index page, such as "category/tools/".
    """
    index = urlsplit(index_url(apps.get_model(index_model), locale_id)).path
    if not index or old == new:
        return
    old_path = Redirect.normalise_path(index + old)
    new_path = index + new
    # Whoever was sent to the old address is sent on at once, and the new address leads nowhere else.
    Redirect.objects.filter(redirect_link=index + old).update(redirect_link=new_path)
    Redirect.objects.filter(old_path__in=[old_path, Redirect.normalise_path(new_path)]).delete()
    Redirect.objects.create(
        old_path=old_path, redirect_link=new_path, is_permanent=True, automatically_created=True
    )
