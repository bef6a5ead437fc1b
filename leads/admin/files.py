"""The one way to a file that a visitor has sent."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.contrib.forms.utils import get_forms_for_user

from leads.models import SubmittedFile


@require_safe
@never_cache
def submitted_file(request: HttpRequest, pk: int) -> FileResponse:
    """To be saved, never shown: whatever is in it does not run on this site."""
    file = get_object_or_404(SubmittedFile.objects.select_related("submission"), pk=pk)
    if not get_forms_for_user(request.user).filter(pk=file.submission.page_id).exists():
        raise PermissionDenied
    response = FileResponse(
        file.file.open("rb"),
        as_attachment=True,
        filename=file.name,
        content_type="application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response
