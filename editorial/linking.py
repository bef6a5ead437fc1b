"""Pages worth linking to from what is being written, found by the words that both share."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.panels import Panel

from core.models import SitePage
from search.related import related_pages
from seo.audit.links import contents, links_of

SHOWN, LOOKED_AT = 5, 40


@dataclass(frozen=True)
class Suggestion:
    title: str
    address: str
    kind: str
    date: object


def suggestions(page: SitePage) -> list[Suggestion]:
    """Return public pages of the draft’s language that it does not link to yet, those that share most first."""
    draft = page.specific.get_latest_revision_as_object()
    keys = related_pages(draft.title, draft.words, draft.locale, LOOKED_AT)
    linked = {link.page for link in links_of(list(contents(draft))) if link.page}
    # A link to another language's page leads to the translation.
    families = SitePage.objects.filter(pk__in=linked).values("translation_key")
    found = SitePage.objects.published().filter(pk__in=keys, locale=draft.locale)
    found = found.exclude(pk=page.pk).exclude(translation_key__in=families).defer_streamfields()
    pages = sorted(found.specific(), key=lambda other: keys.index(other.pk))[:SHOWN]
    return [
        Suggestion(other.card_title, other.full_url or "", other.kind, other.card_date)
        for other in pages
    ]


@require_safe
def suggest_links(request, page_id: int):
    page = get_object_or_404(SitePage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    context = {"suggestions": suggestions(page)}
    return render(request, "editorial/link_suggestions.html", context)


class LinkSuggestionsPanel(Panel):
    """Asks when an editor does, so that typing stays as fast as it is."""

    def __init__(self, **options):
        super().__init__(**({"heading": _("Links to other pages"), "icon": "link"} | options))

    class BoundPanel(Panel.BoundPanel):
        template_name = "editorial/link_suggestions_panel.html"
