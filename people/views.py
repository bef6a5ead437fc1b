"""What happens instead of deleting a person who is used: see where, and archive."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_latest_str

from core.references import places_of
from core.roles import may_write
from people.models import Person
from seo.address_hooks import ask_what_became, paths_of


def refuse_deletion(request, people: list[Person]) -> HttpResponse | None:
    """Answer a request to delete people who are used somewhere; None lets the deletion go on."""
    finder = AdminURLFinder(request.user)
    used = [
        {
            "person": person,
            "places": [
                {
                    "title": get_latest_str(place),
                    "kind": place._meta.verbose_name,
                    "url": finder.get_edit_url(place),
                }
                for place in places
            ],
        }
        for person in people
        if (places := places_of(person))
    ]
    if not used:
        return None
    return render(request, "people/admin/deletion_refused.html", {"used": used}, status=409)


@require_POST
def archive(request, pk: int) -> HttpResponse:
    """Archive a person: on the live record and on the draft beside it, without publishing that draft."""
    person = get_object_or_404(Person, pk=pk)
    may = may_write(request.user) and request.user.has_perm("people.change_person")
    if not may or person.locked:
        raise PermissionDenied
    draft = person.get_latest_revision_as_object()
    before = paths_of(person)
    draft.archived = person.archived = True
    had_unpublished_changes = person.has_unpublished_changes
    person.save(update_fields=["archived"])
    revision = draft.save_revision(user=request.user, log_action=True)
    if person.live and not had_unpublished_changes:
        revision.publish(user=request.user, skip_permission_checks=True)
    messages.success(request, _("%(person)s is archived.") % {"person": person})
    ask_what_became(request, person, before)
    return redirect(Person.snippet_viewset.get_url_name("edit"), person.pk)
