"""Who searches too often in a few seconds is told when to come again."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.shortcuts import render

from delivery.limits import asked, seconds_left

WINDOW = 10


def limited(name: str, most: int) -> Callable:
    """Let a client ask a view `most` times SEARCH_LIMIT in ten seconds; 0 lets everybody ask as they like."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            allowed = most * settings.SEARCH_LIMIT
            if allowed and asked(f"search-{name}", request, WINDOW) > allowed:
                response = render(request, "search/too_many.html", status=429)
                response["Retry-After"] = str(seconds_left(WINDOW))
                return response
            return view(request, *args, **kwargs)

        return guarded

    return decorate
