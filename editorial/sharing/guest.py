"""What a guest with a draft link sees: the latest draft, as a reader would, and nothing that remembers the visit."""

from copy import copy
from functools import partial

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.defaults import page_not_found
from wagtail.models import Page

from delivery.limits import asked, seconds_left
from delivery.security import HEADER as POLICY
from editorial.models import DraftLink

WINDOW, MOST = 60, 30
# By these the site knows who works on it; a reader has none of them.
CREDENTIALS = frozenset({"HTTP_COOKIE", "HTTP_AUTHORIZATION"})
HEADERS = {
    "Cache-Control": "no-store, private",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
# Forms in a draft send nothing, and its scripts tell nobody.
SILENCE = "form-action 'none'; connect-src 'none'"


@require_safe
def draft(request: HttpRequest, token: str) -> HttpResponse:
    if asked("draft", request, WINDOW) > MOST:
        response = render(request, "editorial/too_many.html", status=429)
        response["Retry-After"] = str(seconds_left(WINDOW))
        return unremembered(response)
    link = DraftLink.objects.open().of(token)
    if link is None or is_over(link.page):
        # The same for whatever is wrong with it: who guesses learns nothing.
        return unremembered(page_not_found(request, Http404()))
    if request.method == "GET" and settings.SESSION_COOKIE_NAME not in request.COOKIES:
        DraftLink.objects.filter(pk=link.pk).count_opening()
    page = link.page.specific.get_latest_revision_as_object()
    show = partial(page.make_preview_request, as_guest(request), page.default_preview_mode)
    return unremembered(silent(show({"draft_link": link})))


def is_over(page: Page) -> bool:
    return bool(page.live and page.expire_at and page.expire_at <= timezone.now())


def as_guest(request: HttpRequest) -> HttpRequest:
    """Return a copy of a request that says nothing of who sent it."""
    guest = copy(request)
    guest.META = {name: value for name, value in request.META.items() if name not in CREDENTIALS}
    return guest


def silent(response: HttpResponse) -> HttpResponse:
    """Let the page send nothing: of two policies a browser obeys both."""
    response[POLICY] = f"{response[POLICY]}, {SILENCE}" if POLICY in response else SILENCE
    return response


def unremembered(response: HttpResponse) -> HttpResponse:
    response.cookies.clear()
    for name in ("ETag", "Last-Modified", "Expires"):
        response.headers.pop(name, None)
    for name, value in HEADERS.items():
        response[name] = value
    return response
