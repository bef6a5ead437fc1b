"""Whether a POST comes from a page of this site, told without a cookie: what a shared page can be checked by."""

from django.conf import settings
from django.http import HttpRequest


def is_same_origin(request: HttpRequest) -> bool | None:
    """Say whether the browser says that a page of this site has sent this; None if it says nothing.

    Browsers set both headers themselves, and no page can change them. What sends neither is no browser of
    these years, so no visitor of another page is being used: that is a case for the check against robots.
    """
    # "none" is a request that no page has made: a tab that was restored.
    if fetched_from := request.headers.get("Sec-Fetch-Site"):
        return fetched_from in ("same-origin", "none")
    if origin := request.headers.get("Origin"):
        here = f"{request.scheme}://{request.get_host()}"
        return origin == here or origin in settings.CSRF_TRUSTED_ORIGINS
    return None
