"""What the answers to forms share."""

from dataclasses import replace

from django.http import HttpResponseRedirect

from seo.metadata import describe


def see_other(address: str) -> HttpResponseRedirect:
    """Send a browser on after a POST, so that reloading sends nothing twice."""
    return HttpResponseRedirect(address, status=303)


def unlisted(title: str, request) -> dict:
    """The metadata of a page for one visitor, which search engines leave out."""
    return {"metadata": replace(describe(None, request), title=title)}
