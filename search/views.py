"""The search page: a plain GET form whose every state has an address."""

from dataclasses import replace
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from core.listings import page_of
from search.query import find_pages, find_people, normalise
from seo.metadata import describe

RESULTS_PER_PAGE = 10
PEOPLE_SHOWN = 6


@require_safe
def search(request) -> HttpResponse:
    query = normalise(request.GET.get("q", ""))
    results, people = None, []
    if query:
        locale = Locale.get_active()
        results = page_of(Paginator(find_pages(query, locale), RESULTS_PER_PAGE), request)
        people = list(find_people(query, locale)[:PEOPLE_SHOWN])
    title = _("Search: %(query)s") % {"query": query} if query else _("Search")
    context = {
        "query": query,
        "base_query": urlencode({"q": query}),
        "results": results,
        "people": people,
        "total": len(people) + (results.paginator.count if results else 0),
        "metadata": replace(describe(None, request), title=title),
    }
    return render(request, "search/search.html", context)
