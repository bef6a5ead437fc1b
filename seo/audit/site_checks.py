"""The checks that need all pages, or look at what is no page: duplicates, redirects, addresses on other sites."""

from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from core.models import SitePage
from seo.audit.external import is_broken
from seo.audit.registry import Hit, SiteHit, site_check
from seo.audit.targets import State, answer_of
from seo.models import AuditedPage, AuditRun, ExternalLink, Owner, Severity
from seo.redirects import chain_from, own_hosts, own_path

AT_ONCE = 500


@site_check(
    "title-duplicate",
    Severity.ERROR,
    Owner.SEO,
    _("Another page of this language has the same title."),
)
def title_duplicate(run: AuditRun) -> Iterator[SiteHit]:
    yield from said_twice("title_key", "seo_title")


@site_check(
    "description-duplicate",
    Severity.WARNING,
    Owner.SEO,
    _("Another page of this language has the same description."),
)
def description_duplicate(run: AuditRun) -> Iterator[SiteHit]:
    yield from said_twice("description_key", "search_description")


def said_twice(name: str, place: str) -> Iterator[SiteHit]:
    """Name one other page for each; what is hidden from search engines has an empty key."""
    pages = AuditedPage.objects.exclude(**{name: ""})
    repeated = pages.values(name).annotate(times=Count("pk")).filter(times__gt=1).values(name)
    rows = pages.filter(**{f"{name}__in": repeated}).order_by(name, "page_id")
    rows = rows.values_list(name, "page_id", "page__url_path").iterator(AT_ONCE)
    first = before = ("", 0, "")
    for key, page, path in rows:
        if before[0] != key:
            first = before = (key, page, path)
            continue
        if before is first:
            yield SiteHit(Hit(path, place), first[1])
        before = (key, page, path)
        yield SiteHit(Hit(first[2], place), page)


@site_check(
    "redirect-chain", Severity.NOTICE, Owner.SEO, _("A redirect leads to another redirect.")
)
def redirect_chain(run: AuditRun) -> Iterator[SiteHit]:
    for redirect, state in redirects():
        if state is State.REDIRECTED:
            yield SiteHit(Hit(described(redirect)), redirect=redirect.pk)


@site_check("redirect-loop", Severity.ERROR, Owner.SEO, _("Redirects lead around in a circle."))
def redirect_loop(run: AuditRun) -> Iterator[SiteHit]:
    for redirect, state in redirects():
        if state is State.FAILING:
            yield SiteHit(Hit(described(redirect)), redirect=redirect.pk)


@site_check(
    "redirect-dead", Severity.ERROR, Owner.SEO, _("A redirect leads to where nothing is public.")
)
def redirect_dead(run: AuditRun) -> Iterator[SiteHit]:
    for redirect, state in redirects():
        if state in (State.NOT_FOUND, State.CLOSED):
            yield SiteHit(Hit(described(redirect)), redirect=redirect.pk)


def described(redirect: Redirect) -> str:
    """A redirect as one line: its address, and where it leads."""
    end = redirect.redirect_page.url_path if redirect.redirect_page else redirect.redirect_link
    return f"{redirect.old_path} → {end}"


def redirects() -> Iterator[tuple[Redirect, State]]:
    """Yield each redirect with what a visitor finds at its end: FAILING is a circle."""
    hosts, site = own_hosts(), Site.objects.get(is_default_site=True)
    every = Redirect.objects.select_related("redirect_page").order_by("pk").iterator(AT_ONCE)
    while some := list(islice(every, AT_ONCE)):
        pages = {redirect.redirect_page_id for redirect in some} - {None}
        public = set(SitePage.objects.published().filter(pk__in=pages).values_list("pk", flat=True))
        ends = {redirect.pk: own_path(redirect.redirect_link, hosts) for redirect in some}
        stepping = Redirect.objects.filter(old_path__in=set(ends.values()) - {None})
        steps = set(stepping.values_list("old_path", flat=True))
        for redirect in some:
            if redirect.redirect_page_id:
                is_public = redirect.redirect_page_id in public
                yield redirect, State.FINE if is_public else State.CLOSED
            else:
                yield redirect, state_of_end(redirect, ends[redirect.pk], steps, site)


def state_of_end(redirect: Redirect, end: str | None, steps: set[str], site: Site) -> State:
    if not end:
        return State.ELSEWHERE
    # A page that answers is stronger than a redirect from its address.
    state = answer_of(urlsplit(str(redirect.redirect_link)).path or "/", site.pk)
    if state is State.NOT_FOUND and end in steps:
        chain = [step.old_path for step in chain_from(redirect.old_path)]
        return State.FAILING if len(set(chain)) < len(chain) else State.REDIRECTED
    return State.FINE if state is State.FAILING else state


@site_check(
    "external-broken",
    Severity.WARNING,
    Owner.EDITOR,
    _("A link leads to an address of another site that does not answer any more."),
)
def external_broken(run: AuditRun) -> Iterator[SiteHit]:
    links = (
        ExternalLink.objects.select_related("address").order_by("pk").exclude(address__status=None)
    )
    for link in links.iterator(AT_ONCE):
        if is_broken(link.address.status):
            yield SiteHit(Hit(link.address.address, link.place), link.page_id)
