"""The search page, a plain GET form whose every state has an address, and what its box asks while one types."""

from dataclasses import replace

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Locale

from delivery.after import after
from search.limits import limited
from search.page import SearchPage
from search.query import clean
from search.recording import record_click, record_search
from search.suggestions import suggestions
from seo.metadata import describe


@require_safe
@limited("search", most=2)
def search(request) -> HttpResponse:
    page = SearchPage(request)
    title = _("Search: %(query)s") % {"query": page.query} if page.query else _("Search")
    metadata = describe(None, request)
    description = _("Search the posts, pages and people of %(name)s.")
    metadata = replace(
        metadata, title=title, description=description % {"name": metadata.site_name}
    )
    context = {"search": page, "query": page.query, "metadata": metadata}
    response = render(request, "search/search.html", context)
    if page.is_first and not page.literal:
        after(response, lambda: record_search(page.query, page.locale.pk, page.found.total))
    return response


@require_safe
@limited("suggest", most=6)
@cache_control(private=True, max_age=60)
def suggest(request) -> JsonResponse:
    offered = suggestions(request.GET.get("q", ""), Locale.get_active(), request)
    return JsonResponse(
        {"suggestions": [{"text": one.text, "url": one.url} for one in offered]},
        json_dumps_params={"ensure_ascii": False, "separators": (",", ":")},
    )


# A beacon carries no token, and all that it can change is one count.
@csrf_exempt
@require_POST
@limited("click", most=2)
def click(request) -> HttpResponse:
    record_click(clean(request.POST.get("q", "")), Locale.get_active().pk)
    return HttpResponse(status=204)
