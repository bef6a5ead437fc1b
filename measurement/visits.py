"""Which requests are visits of people who do not mind being counted, and what may be kept of where they come from."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

CAMPAIGN = ("utm_source", "utm_medium", "utm_campaign")
LONGEST_WORD = 60
# Who says so, by a name of its own or by the tool it is made with.
ROBOTS = re.compile(
    r"bot|crawl|spider|slurp|scrap|preview|archive|headless|lighthouse|monitor|uptime|curl|wget|python|java/|"
    r"go-http|okhttp|axios|node|phantom|selenium|playwright|puppeteer|facebookexternalhit|whatsapp|validator",
    re.IGNORECASE,
)
HOST = re.compile(r"^(?=.{3,100}\Z)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]\Z")
# What could tell of a person is never stored.
PERSONAL = re.compile(r"@|(?:\d[\s./-]*){7,}|[0-9a-f]{16,}|https?:", re.IGNORECASE)


def is_counted(request: HttpRequest) -> bool:
    """Whether this is a visitor’s own browser on this site, without a wish not to be counted."""
    headers = request.headers
    if headers.get("Sec-GPC") == "1" or headers.get("DNT") == "1":
        return False
    if headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    origin = headers.get("Origin")
    if origin and urlsplit(origin).netloc != request.get_host():
        return False
    # Who works on the site has a session.
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return False
    agent = headers.get("User-Agent", "")
    return bool(agent) and not ROBOTS.search(agent)


def referrer_of(words: dict) -> str:
    """Return the host that a visitor came from, empty for none that can be one."""
    host = words.get("from", "").lower().removeprefix("www.")
    return host if HOST.match(host) else ""


def campaign_of(words: dict) -> str:
    """Return source, medium and campaign as one line, without what could be somebody’s."""
    parts = [clean(words.get(name, "")) for name in CAMPAIGN]
    return " / ".join(parts).rstrip(" /") if parts[0] else ""


def clean(word: str) -> str:
    plain = " ".join("".join(filter(str.isprintable, word.lower())).split())[:LONGEST_WORD]
    return "" if PERSONAL.search(plain) else plain
