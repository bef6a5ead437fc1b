"""Pages kept as they were sent, for readers who are nobody in particular, until anything on the site changes.

Keys hold the state of the site (`SiteState`), so nothing needs to be purged: whatever was kept under an older
state is never asked for again. What may be kept says so itself, by `share()`.
"""

import time
from collections import OrderedDict
from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import MiddlewareNotUsed
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse
from django.http.request import QueryDict
from django.utils.cache import patch_cache_control

from delivery.site_state import SiteState
from delivery.stored import StoredResponse

# Nothing on a page is older, should a change ever pass by all signals.
SECONDS = 3600
# How long a process may take to fill a place before others stop waiting for it.
FILLING_SECONDS = 10
WAIT_SECONDS = 0.02
# What a process keeps for itself, so that most readers cost no question to the shared cache.
NEAR_PAGES = 200
LONGEST_KEY = 500


def share(response: HttpResponse) -> HttpResponse:
    """Mark a response that depends on nothing but host, path and page number, to be kept for all readers.

    Browsers must ask each time, because nothing can call back what a browser keeps.
    """
    patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
    response.is_shared = True
    return response


class PageCache:
    """What all processes keep together in the cache, and each of them nearer still, in its own memory."""

    def __init__(self):
        self.state = SiteState()
        self.near: OrderedDict[str, StoredResponse] = OrderedDict()

    def key_of(self, request: HttpRequest) -> str | None:
        place = place_of(request)
        return None if place is None else f"page:{self.state.current()}:{place}"

    def find(self, key: str) -> StoredResponse | None:
        stored = self.near.get(key) or cache.get(key)
        if stored is not None:
            self.keep_near(key, stored)
        return stored

    def fill(self, key: str, make: Callable[[], HttpResponse]) -> HttpResponse | StoredResponse:
        """Make a response, once however many ask at the same time, and keep it if readers may share it."""
        lock = f"{key}:filling"
        if not cache.add(lock, True, FILLING_SECONDS) and (stored := filled_by_another(key, lock)):
            return stored
        try:
            response = make()
            if not may_be_kept(response):
                return response
            stored = StoredResponse.of(response)
            cache.set(key, stored, SECONDS)
        finally:
            cache.delete(lock)
        self.keep_near(key, stored)
        return stored

    def keep_near(self, key: str, stored: StoredResponse) -> None:
        self.near[key] = stored
        self.near.move_to_end(key)
        if len(self.near) > NEAR_PAGES:
            self.near.popitem(last=False)


# One for each process.
PAGES = PageCache()


class PageCacheMiddleware:
    """Stands before all that add headers, so that they are kept too, but behind what packs: this packs by itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        if not settings.PAGE_CACHE:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = PAGES.key_of(request)
        if key is None:
            return self.get_response(request)
        answer = PAGES.find(key) or PAGES.fill(key, lambda: self.get_response(request))
        return answer.answer(request) if isinstance(answer, StoredResponse) else answer


class PageCacheApplication:
    """A WSGI application that answers with what is kept before Django begins a request of its own."""

    def __init__(self, application):
        self.application = application

    def __call__(self, environ: dict, start_response: Callable):
        if settings.PAGE_CACHE:
            request = WSGIRequest(environ)
            key = PAGES.key_of(request)
            if key and (stored := PAGES.find(key)):
                response = stored.answer(request)
                status = f"{response.status_code} {response.reason_phrase}"
                start_response(status, list(response.items()))
                return [response.content]
        return self.application(environ, start_response)


def place_of(request: HttpRequest) -> str | None:
    """Return what tells one shared response from another; None for who may get one of their own.

    Of the query only the page number counts: campaign parameters and junk find what is already kept.
    """
    meta = request.META
    # A preview goes through all of this by the address of its page.
    if getattr(request, "is_dummy", False):
        return None
    if request.method != "GET" or "HTTP_AUTHORIZATION" in meta:
        return None
    if request.path.startswith(settings.STATIC_URL):
        return None
    if "HTTP_COOKIE" in meta and settings.SESSION_COOKIE_NAME in request.COOKIES:
        return None
    query = meta.get("QUERY_STRING")
    page = QueryDict(query).get("page", "") if query else ""
    place = f"{request.scheme}://{meta.get('HTTP_HOST', '')}{request.path}?{page}"
    return place if len(place) <= LONGEST_KEY and place.isascii() and " " not in place else None


def may_be_kept(response: HttpResponse) -> bool:
    return (
        getattr(response, "is_shared", False)
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "no-store" not in response.get("Cache-Control", "")
    )


def filled_by_another(key: str, lock: str) -> StoredResponse | None:
    """Wait for the process that is making this response; None if it has none to share, or does not end."""
    until = time.monotonic() + FILLING_SECONDS
    while time.monotonic() < until and cache.get(lock):
        time.sleep(WAIT_SECONDS)
    return cache.get(key)
