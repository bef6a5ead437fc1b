"""The checks of the audit by their codes: what each is called, how much it matters and whom it concerns."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from seo.models import Owner, Severity


class Hit(NamedTuple):
    """What is wrong, in words of the page, and where: the content path of a field or block."""

    detail: str = ""
    place: str = ""


class SiteHit(NamedTuple):
    """The same where the page is not the one that is looked at; a finding about a redirect has no page."""

    hit: Hit = Hit()
    page: int | None = None
    redirect: int | None = None


@dataclass(frozen=True)
class Check:
    code: str
    severity: Severity
    owner: Owner
    message: str
    find: Callable[..., Iterable]


PAGE_CHECKS: dict[str, Check] = {}
SITE_CHECKS: dict[str, Check] = {}


def page_check(code: str, severity: Severity, owner: Owner, message: str):
    """Register a function from the facts of a page to hits."""
    return register(PAGE_CHECKS, code, severity, owner, message)


def site_check(code: str, severity: Severity, owner: Owner, message: str):
    """Register a function from the run, when all pages have been read, to hits anywhere on the site."""
    return register(SITE_CHECKS, code, severity, owner, message)


def register(checks: dict[str, Check], *what):
    def decorate(find):
        checks[what[0]] = Check(*what, find)
        return find

    return decorate


def every_check() -> dict[str, Check]:
    return PAGE_CHECKS | SITE_CHECKS
