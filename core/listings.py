"""Paging as every listing does it: a page number that is no number, or out of range, is 404."""

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404


def page_of(paginator: Paginator, request) -> Page:
    """Return the page that ?page= asks for, the first without it."""
    try:
        return paginator.page(request.GET.get("page", "1"))
    except InvalidPage as error:
        raise Http404(str(error)) from error
