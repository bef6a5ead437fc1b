"""So many questions from one client in so many seconds; who asks more is told when to come again."""

import time
from collections.abc import Callable
from functools import wraps
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.shortcuts import render

WINDOW = 10


def limited(name: str, most: int) -> Callable:
    """Let a client ask a view `most` times SEARCH_LIMIT in ten seconds; 0 lets everybody ask as they like."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            allowed = most * settings.SEARCH_LIMIT
            if allowed and asked(name, request) > allowed:
                response = render(request, "search/too_many.html", status=429)
                response["Retry-After"] = str(WINDOW - int(time.time()) % WINDOW)
                return response
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def asked(name: str, request) -> int:
    """Return how often the client has asked in this window, this time included."""
    window = int(time.time()) // WINDOW
    client = sha256(client_address(request).encode()).hexdigest()[:16]
    key = f"search-limit:{name}:{window}:{client}"
    cache.add(key, 0, 2 * WINDOW)
    try:
        return cache.incr(key)
    except ValueError:
        # The cache has dropped it in between: the client starts anew.
        return 1


def client_address(request) -> str:
    """The address of the visitor: behind a proxy the one that it has put last, which nobody can make up."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
