"""What every page needs and seldom changes, kept until something on the site does."""

from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache

from core.models import SiteVersion

Value = TypeVar("Value")
HOUR = 3600


def remembered(request, name: str, make: Callable[[], Value]) -> Value:
    """Return what `make` returns, from the cache if the site is still the same; one query a request."""
    if request is None:
        return make()
    key = f"remembered:{version_of(request)}:{name}"
    found = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, HOUR)
    return found


def version_of(request) -> SiteVersion:
    """Return the state of the site that this request answers from."""
    if not hasattr(request, "_site_version"):
        request._site_version = SiteVersion.current()
    return request._site_version
