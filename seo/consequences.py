"""What a move or another slug will do to addresses, said before it is done."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from seo.redirects import own_hosts, own_path, path_of, was_live


@dataclass(frozen=True)
class Change:
    """`addresses` counts the public pages that get another one; `shortened` are the redirects that led to those."""

    old: str
    new: str
    addresses: int
    shortened: tuple[str, ...] = ()

    def __str__(self):
        told = [
            ngettext(
                "%(number)s public address changes, from %(old)s to %(new)s. Visitors of the old one are led on.",
                "%(number)s public addresses change: %(old)s and those below it become %(new)s. Visitors of the old ones are led on.",
                self.addresses,
            )
            % {"number": self.addresses, "old": self.old, "new": self.new}
        ]
        if self.shortened:
            shown = ", ".join(self.shortened[:3]) + (", …" if self.shortened[3:] else "")
            told.append(
                ngettext(
                    "%(number)s redirect that led there goes straight to the new address: %(paths)s.",
                    "%(number)s redirects that led there go straight to the new addresses: %(paths)s.",
                    len(self.shortened),
                )
                % {"number": len(self.shortened), "paths": shown}
            )
        return " ".join(told)


def of_move(page: Page, destination: Page) -> Change | None:
    """What becomes of the addresses of a page and of those below it; None if readers know none of them."""
    above = path_of(destination.url)
    return change(page, f"{above.rstrip('/')}/{page.slug}") if above else None


def of_slug(page: Page, slug: str) -> Change | None:
    """The same for another slug, which counts when the page is published."""
    old = path_of(page.url)
    return change(page, f"{old.rpartition('/')[0]}/{slug}") if old and old != "/" else None


def change(page: Page, new: str) -> Change | None:
    old = path_of(page.url)
    known = Page.objects.descendant_of(page).live().count() + was_live(page)
    if not old or new == old or not known:
        return None
    hosts = own_hosts()
    links = Redirect.objects.exclude(redirect_link="").values_list("old_path", "redirect_link")
    led = (
        path
        for path, link in links.iterator()
        if (own_path(link, hosts) or "").startswith((f"{old}/", f"{old}?"))
        or own_path(link, hosts) == old
    )
    pages = Redirect.objects.filter(
        redirect_page__in=Page.objects.descendant_of(page, inclusive=True)
    ).values_list("old_path", flat=True)
    return Change(old, new, known, tuple(sorted({*led, *pages})))


def said_of(change: Change | None) -> str:
    return str(change) if change else gettext("No public address changes.")
