"""What becomes of the links of a batch of pages: whether readers get anywhere, in a constant number of queries."""

from collections.abc import Iterable
from enum import Enum
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from core.models import SiteDocument, SitePage
from seo.audit.links import Link
from seo.redirects import own_hosts, path_of

ADDRESSES_REMEMBERED = 10_000


class State(Enum):
    """What a reader who follows a link gets; ELSEWHERE is another site, which is asked later if at all."""

    FINE = "fine"
    MISSING = "missing"
    CLOSED = "closed"
    REDIRECTED = "redirected"
    NOT_FOUND = "not found"
    FAILING = "failing"
    ELSEWHERE = "elsewhere"


class Targets:
    """Answers for all links of some pages."""

    def __init__(self, links: Iterable[Link], site: Site):
        links, self.hosts, self.site = list(links), own_hosts(), site
        chosen = {link.page for link in links if link.page}
        self.keys = dict(
            SitePage.objects.filter(pk__in=chosen).values_list("pk", "translation_key")
        )
        family = SitePage.objects.published().filter(translation_key__in=set(self.keys.values()))
        self.public = set(family.values_list("translation_key", "locale_id"))
        self.public_pages = set(family.values_list("pk", flat=True))
        documents = {link.document for link in links if link.document}
        self.documents = set(
            SiteDocument.objects.filter(pk__in=documents).values_list("pk", flat=True)
        )
        paths = {self.own_path(link) for link in links} - {None}
        redirects = Redirect.objects.filter(old_path__in=paths)
        self.redirected = set(redirects.values_list("old_path", flat=True))

    def own_path(self, link: Link) -> str | None:
        return path_of(link.address) if self.is_own(link.address) else None

    def is_own(self, address: str) -> bool:
        parts = urlsplit(address)
        if parts.scheme not in ("", "http", "https"):
            return False
        return bool(parts.hostname in self.hosts or (not parts.netloc and parts.path))

    def state(self, link: Link, locale_id: int) -> State:
        """What a reader of this language gets."""
        if link.page:
            return self.state_of_page(link.page, locale_id)
        if link.document:
            return State.FINE if link.document in self.documents else State.MISSING
        if not link.address:
            return State.MISSING
        if not self.is_own(link.address):
            is_web = urlsplit(link.address).scheme in ("http", "https")
            return State.ELSEWHERE if is_web else State.FINE
        answer = answer_of(urlsplit(link.address).path or "/", self.site.pk)
        if answer is State.NOT_FOUND and self.own_path(link) in self.redirected:
            return State.REDIRECTED
        return answer

    def state_of_page(self, pk: int, locale_id: int) -> State:
        """Readers get the translation into their language, or else what was chosen."""
        if pk not in self.keys:
            return State.MISSING
        is_public = pk in self.public_pages or (self.keys[pk], locale_id) in self.public
        return State.FINE if is_public else State.CLOSED


@lru_cache(ADDRESSES_REMEMBERED)
def answer_of(path: str, site_pk: int) -> State:
    """Ask the site itself, without rendering anything."""
    path = unquote(path)
    if path.startswith((settings.MEDIA_URL, settings.STATIC_URL)):
        return State.FINE
    language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
    with translation.override(language):
        try:
            match = resolved(path)
            if match.url_name != "wagtail_serve":
                return State.FINE
            request = request_for(path, Site.objects.get(pk=site_pk))
            route = Page.route_for_request(request, match.args[0])
            if route is None or not SitePage.objects.published().filter(pk=route.page.pk).exists():
                return State.NOT_FOUND
            route.page.specific.serve(request, *route.args, **route.kwargs)
        except Http404:
            return State.NOT_FOUND
        except Exception:  # noqa: BLE001  Whatever it is, a reader gets an error page.
            return State.FAILING
    return State.FINE


def resolved(path: str) -> ResolverMatch:
    """Find what answers at a path, or at the same with a slash, to which visitors are sent on."""
    try:
        return resolve(path)
    except Resolver404:
        return resolve(f"{path}/")


def request_for(path: str, site: Site) -> HttpRequest:
    request = HttpRequest()
    request.method, request.path, request.path_info = "GET", path, path
    request.META = {"SERVER_NAME": site.hostname, "SERVER_PORT": str(site.port)}
    request.user = AnonymousUser()
    return request
