"""Redirects that heal: only from addresses that were once live, always straight to the end, never in a circle."""

from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.signal_handlers import create_redirects
from wagtail.models import Page, Site

from seo.models import MissingAddress

# Whatever people have written, it ends.
LONGEST_CHAIN = 20


def page_renamed(instance: Page, instance_before: Page, **signal) -> None:
    keep_addresses(instance, instance_before)


def page_moved(instance: Page, url_path_before: str, url_path_after: str, **signal) -> None:
    if url_path_before != url_path_after:
        page = instance.specific
        before = type(page)()
        before.__dict__.update(page.__dict__)
        before.url_path = url_path_before
        keep_addresses(page, before)


def page_published(instance: Page, **signal) -> None:
    """What stands at an address is no longer missing there."""
    MissingAddress.objects.filter(path=path_of(instance.url)).delete()


def page_unpublished(instance: Page, **signal) -> None:
    """Remember what stood at an address, so that editors find it among the missing ones."""
    for path in paths_to(instance):
        MissingAddress.objects.note_removal(path, instance.title)


def page_deleted(instance: Page, **signal) -> None:
    if instance.live:
        page_unpublished(instance)


def keep_addresses(page: Page, before: Page) -> None:
    """Redirect what was live of a page and of those below it from the old addresses to the new ones."""
    sites = Site.objects.exclude(root_page=page).filter(
        pk__in={root.site_id for root in page._get_relevant_site_root_paths(cache_object=page)}
    )
    known = was_live(before)
    start = Redirect.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    create_redirects(page, before, sites)
    made = Redirect.objects.filter(pk__gt=start, automatically_created=True)
    if not known:
        made.filter(redirect_page=page).delete()
    lead_straight(made.select_related("redirect_page"))
    clear_circles(page)


def was_live(before: Page) -> bool:
    """Whether readers could know the address that a page had before."""
    if before.live or not before.first_published_at:
        return before.live
    # Unpublished since: only its last public address was ever known, and it has left that one once at most.
    since = before.last_published_at or before.first_published_at
    left = Q(redirect_page_id=before.pk, created_at__gte=since)
    return not Redirect.objects.filter(left, automatically_created=True).exists()


def lead_straight(made: Iterable[Redirect]) -> None:
    """Let whatever leads to the old address of one of these redirects lead where that one does."""
    hosts = own_hosts()
    leading = defaultdict(list)
    for redirect in Redirect.objects.exclude(redirect_link="").iterator():
        leading[own_path(redirect.redirect_link, hosts)].append(redirect)
    for redirect in made:
        for other in leading[redirect.old_path]:
            if other.old_path == end_of(redirect):
                other.delete()
            elif other.pk != redirect.pk:
                other.redirect_page = redirect.redirect_page
                other.redirect_page_route_path = redirect.redirect_page_route_path
                other.redirect_link = redirect.redirect_link
                other.save()


def clear_circles(page: Page) -> None:
    """Forget redirects from where a page of this tree stands now: it answers there itself."""
    below = Page.objects.descendant_of(page, inclusive=True)
    for redirect in Redirect.objects.filter(redirect_page__in=below).select_related(
        "redirect_page"
    ):
        if not redirect.redirect_page_route_path and path_of(redirect.link) == redirect.old_path:
            redirect.delete()


def end_of(redirect: Redirect) -> str | None:
    """Return the path on this site where a redirect ends; None if that is elsewhere, or nowhere."""
    if redirect.redirect_page:
        return path_of(redirect.link)
    return own_path(redirect.redirect_link)


def chain_from(path: str | None) -> list[Redirect]:
    """The redirects that a visitor of a path goes through, one after the other."""
    chain: list[Redirect] = []
    while path and len(chain) < LONGEST_CHAIN:
        step = Redirect.objects.filter(old_path=path).first()
        if step is None:
            break
        chain.append(step)
        path = end_of(step)
    return chain


def paths_to(page: Page) -> list[str]:
    """The address of a page, and those that led there so far."""
    led = Redirect.objects.filter(redirect_page=page.pk).values_list("old_path", flat=True)
    return [*filter(None, [path_of(page.url)]), *led]


def own_hosts() -> set[str]:
    return set(Site.objects.values_list("hostname", flat=True))


def own_path(link: str, hosts: set[str] | None = None) -> str | None:
    """The normalised path of an address on this site; None for one elsewhere."""
    host = urlsplit(link).hostname
    if host and host not in (own_hosts() if hosts is None else hosts):
        return None
    return path_of(link)


def path_of(link: str | None) -> str | None:
    """The normalised path of any address; None without one."""
    if not link:
        return None
    return Redirect.normalise_path(urlsplit(link)._replace(scheme="", netloc="").geturl())
