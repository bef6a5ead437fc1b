"""Where a sender came from, read from the address of the page that carries the form: bounded, and never trusted."""

from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest

UTM = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")
LONGEST = 100
LONGEST_ADDRESS = 500
# Hidden fields that carry it from one attempt to the next: with hyphens, which no question’s name has.
FIELDS = {name: f"from-{name}" for name in (*UTM, "address", "referrer")}


def campaign_of(request: HttpRequest) -> dict[str, str]:
    """Return the campaign’s parameters, the address of the page without them, and the host before it.

    The browser says by itself which page of this site has sent the form (`Referer`), so a cached page need
    not know. The host that led there only a script can tell.
    """
    carried = {name: tidy(request.POST.get(field, "")) for name, field in FIELDS.items()}
    if carried["address"]:
        return carried
    page = split(request.headers.get("Referer", ""))
    if not page or page.netloc != request.get_host():
        return carried
    try:
        query = parse_qs(page.query, max_num_fields=50)
    except ValueError:
        query = {}
    found = {name: tidy(query.get(name, [""])[0]) for name in UTM}
    return carried | found | {"address": page.path[:LONGEST_ADDRESS]}


def hidden_fields(campaign: dict[str, str]) -> list[tuple[str, str]]:
    """Return names and values that carry it through a form which is shown again."""
    return [(FIELDS[name], value) for name, value in campaign.items() if value]


def tidy(text: str) -> str:
    """Return one bounded line without anything that does not print."""
    return "".join(letter if letter.isprintable() else " " for letter in text[:LONGEST]).strip()


def split(address: str):
    try:
        return urlsplit(address)
    except ValueError:
        return None
