"""What an address answers besides its page: where it is really, whether it is for search engines, where it went."""

import logging
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError, transaction
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import render
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from seo.models import MissingAddress

logger = logging.getLogger(__name__)

# Probes ask by whatever name or number the machine has.
EXEMPT = "/health/"
# What is missing there is no news to editors.
NOT_PAGES = ("/_seen/", "/admin/", "/documents/", "/health/", "/media/", "/share/", "/static/")


class CanonicalHostMiddleware:
    """Answer a visit under another name of the site with a redirect to the same path under its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        if not settings.CANONICAL_HOST:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in ("GET", "HEAD") and not request.path.startswith(EXEMPT):
            site = Site.find_for_request(request)
            # The port is the proxy's business.
            if site and request.get_host().partition(":")[0] != site.hostname:
                return HttpResponsePermanentRedirect(site.root_url + request.get_full_path())
        return self.get_response(request)


class HiddenSiteMiddleware:
    """Keep a rehearsal of the site out of search engines, whatever is asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        if not settings.HIDE_FROM_SEARCH:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["X-Robots-Tag"] = "noindex"
        return response


class MissingAddressMiddleware:
    """Answer for what is not there: lead on where it went, say that it is gone, or note that it was asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.path.startswith(NOT_PAGES):
            return response
        # What nobody may keep is not written down here either.
        if "no-store" in response.get("Cache-Control", ""):
            return response
        return redirected(request) or gone_or_noted(request) or response


def redirected(request: HttpRequest) -> HttpResponse | None:
    """Lead on by the redirect for this path, with its query or without; not to what is not public."""
    whole = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    for path in dict.fromkeys([whole, urlsplit(whole).path]):
        found = get_redirect(request, path)
        if found is None or (found.redirect_page and not found.redirect_page.live):
            continue
        if link := found.link:
            kind = HttpResponsePermanentRedirect if found.is_permanent else HttpResponseRedirect
            return kind(link)
    return None


def gone_or_noted(request: HttpRequest) -> HttpResponse | None:
    path = Redirect.normalise_path(request.path)
    if "\0" in path:
        return None
    try:
        with transaction.atomic():
            if MissingAddress.objects.filter(path=path, gone=True).exists():
                return render(request, "410.html", status=410)
            if request.method == "GET":
                MissingAddress.objects.note_visit(path)
    except DatabaseError:
        logger.warning("A missing address could not be noted", exc_info=True)
    return None
