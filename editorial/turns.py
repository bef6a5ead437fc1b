"""Who edits the same page or record takes turns.

An autosave that the server still works on while the page is published would write the row as it was before, and so
take the page off the site again: Wagtail’s editor reads the whole row first and saves it whole later.
"""

from django.contrib.admin.utils import unquote
from django.db import models, transaction
from wagtail.models import Page

from core.publishing.issues import NotWholeError
from editorial.publishing.middleware import explain

EDIT = "edit"
PAGES, SNIPPETS = "wagtailadmin_pages", "wagtailsnippets_"


class TurnsMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        record = edited(request, view, kwargs)
        if record is None:
            return None
        try:
            with transaction.atomic():
                # The others wait here, before they read anything.
                list(record.select_for_update().values_list("pk"))
                return view(request, *args, **kwargs)
        except NotWholeError as refusal:
            # What a view raises that a middleware calls, no other middleware is asked about.
            return explain(request, refusal)


def edited(request, view, kwargs) -> models.QuerySet | None:
    """Return the page or record whose form is sent, as a query for it alone; None if none is."""
    match = request.resolver_match
    if request.method != "POST" or match.url_name != EDIT or not match.namespaces:
        return None
    if match.namespaces[-1] == PAGES:
        return Page._base_manager.filter(pk=kwargs["page_id"])
    if match.namespaces[-1].startswith(SNIPPETS):
        model = view.view_initkwargs["model"]
        return model._base_manager.filter(pk=unquote(str(kwargs["pk"])))
    return None
