"""So many requests from one client in so many seconds, counted in the cache."""

import time
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def asked(name: str, request: HttpRequest, window: int) -> int:
    """Return how often the client has asked in this window of seconds, this time included."""
    client = sha256(client_address(request).encode()).hexdigest()[:16]
    key = f"limit:{name}:{int(time.time()) // window}:{client}"
    cache.add(key, 0, 2 * window)
    try:
        return cache.incr(key)
    except ValueError:
        # The cache has dropped it in between: the client starts anew.
        return 1


def seconds_left(window: int) -> int:
    """Return when the next window begins."""
    return window - int(time.time()) % window


def client_address(request: HttpRequest) -> str:
    """The address of the visitor: behind a proxy the one that it has put last, which nobody can make up."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
