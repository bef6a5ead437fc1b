"""One address for everything: other names of the site lead to the one that its Site record has."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from wagtail.models import Site

# Probes ask by whatever name or number the machine has.
EXEMPT = "/health/"


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
