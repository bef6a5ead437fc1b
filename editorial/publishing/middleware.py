"""Whichever view of the admin was refused, whoever pressed its button is told why, and nothing has changed."""

from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.utils import get_valid_next_url_from_request

from core.publishing.issues import NotWholeError
from editorial.publishing.telling import tell

BY_SCRIPT = "XMLHttpRequest"


class RefusedPublishingMiddleware:
    """Approving from a list of reviews has no form that could say so; neither has what is added one day."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        return explain(request, exception) if isinstance(exception, NotWholeError) else None


def explain(request, refusal: NotWholeError):
    """Lead back to where the button was pressed, with the reason above."""
    tell(request, refusal.record, refusal.issues)
    address = (
        get_valid_next_url_from_request(request)
        or AdminURLFinder(request.user).get_edit_url(refusal.record)
        or reverse("wagtailadmin_home")
    )
    if request.headers.get("X-Requested-With") == BY_SCRIPT:
        # Wagtail's dialogs close and follow.
        answer = {"step": "success", "redirect": address}
        return render_modal_workflow(request, "", None, {}, json_data=answer)
    return redirect(address)
