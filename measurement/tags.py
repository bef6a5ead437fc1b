"""The tags of others that a site may carry: what each is for, what it may load, and what it leaves in a browser."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Category(TextChoices):
    STATISTICS = "statistics", _("Statistics of visits")
    MARKETING = "marketing", _("Advertising")


@dataclass(frozen=True)
class Tag:
    """A tag as it is set up; `kind` names its loader in static/js/tags.js.

    `sources` are what the page's policy must allow, hosts by directive; `traces` how the names of its cookies
    and of what it stores begin.
    """

    kind: str
    name: str
    category: Category
    options: dict[str, str]
    sources: dict[str, list[str]]
    traces: tuple[str, ...] = ()


def google_analytics(identifier: str) -> Tag:
    collectors = ["https://*.google-analytics.com", "https://*.analytics.google.com"]
    manager = "https://www.googletagmanager.com"
    return Tag(
        "google",
        "Google Analytics",
        Category.STATISTICS,
        {"id": identifier},
        {
            "script-src": [manager],
            "img-src": [collectors[0], manager],
            "connect-src": [*collectors, manager],
        },
        ("_ga", "_gid", "_gat", "_gcl_"),
    )


def matomo(address: str, site: str) -> Tag:
    host = origin(address)
    return Tag(
        "matomo",
        "Matomo",
        Category.STATISTICS,
        {"address": address.rstrip("/") + "/", "site": site},
        {"script-src": [host], "img-src": [host], "connect-src": [host]},
        ("_pk_", "MATOMO_", "mtm_"),
    )


def plausible(domain: str, address: str) -> Tag:
    host = origin(address)
    return Tag(
        "plausible",
        "Plausible",
        Category.STATISTICS,
        {"domain": domain, "address": address.rstrip("/")},
        {"script-src": [host], "connect-src": [host]},
    )


def meta(identifier: str) -> Tag:
    collector, library = "https://www.facebook.com", "https://connect.facebook.net"
    return Tag(
        "meta",
        "Meta (Facebook, Instagram)",
        Category.MARKETING,
        {"id": identifier},
        {
            "script-src": [library],
            "img-src": [collector],
            "connect-src": [collector, library],
        },
        ("_fbp", "_fbc", "lastExternalReferrer"),
    )


def linkedin(identifier: str) -> Tag:
    collectors = ["https://px.ads.linkedin.com", "https://px4.ads.linkedin.com"]
    return Tag(
        "linkedin",
        "LinkedIn",
        Category.MARKETING,
        {"id": identifier},
        {
            "script-src": ["https://snap.licdn.com"],
            "img-src": [*collectors, "https://www.linkedin.com"],
            "connect-src": collectors,
        },
        ("li_", "ln_or", "_li_"),
    )


def origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
