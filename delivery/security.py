"""What the browser of a reader may load for a page: the site's own files, and what is named here or by hooks."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse
from wagtail import hooks

from core.blocks.media import PLAYERS

HEADER = "Content-Security-Policy"
# Wagtail's own pages write script and style into their HTML.
ADMIN = "/admin/"
NONE, SELF = "'none'", "'self'"


def origin_of(address: str) -> str:
    """Return scheme and host of an address, empty for one without."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def own_sources() -> dict[str, list[str]]:
    """Return who may give what, by directive: nobody writes script or style into a page."""
    uploads = [origin] if (origin := origin_of(default_storage.url("upload"))) else []
    files = [origin] if (origin := origin_of(settings.STATIC_URL)) else []
    return {
        "default-src": [SELF, *files],
        "script-src": [SELF, *files],
        "style-src": [SELF, *files],
        "img-src": [SELF, *files, *uploads],
        "media-src": [SELF, *uploads],
        "connect-src": [SELF],
        # A film's player takes the place of its façade when a reader presses play.
        "frame-src": [origin_of(player) for _pattern, player in PLAYERS.values()],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }


def written(sources: dict[str, list[str]]) -> str:
    return "; ".join(f"{directive} {' '.join(hosts)}" for directive, hosts in sources.items())


class ContentSecurityPolicyMiddleware:
    """Stands behind the page cache, which keeps the header with the page.

    The hooks `security_sources` add hosts, each of a request: directive -> hosts.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response
        self.sources = own_sources()
        self.policy = written(self.sources)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_page = response.get("Content-Type", "").startswith("text/html")
        if is_page and HEADER not in response and not request.path.startswith(ADMIN):
            response[HEADER] = self.policy_for(request)
        return response

    def policy_for(self, request: HttpRequest) -> str:
        # The editor shows a preview in a frame, as an answer of the page itself.
        preview = {"frame-ancestors": [SELF]} if getattr(request, "is_preview", False) else {}
        added = [
            sources for add in hooks.get_hooks("security_sources") if (sources := add(request))
        ]
        if not (added or preview):
            return self.policy
        whole = {directive: list(hosts) for directive, hosts in (self.sources | preview).items()}
        for sources in added:
            for directive, hosts in sources.items():
                named = whole.setdefault(directive, list(whole["default-src"]))
                named += [host for host in hosts if host not in named]
        return written(whole)
