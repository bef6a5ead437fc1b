"""Blocks that are copied from one page and pasted into another: Wagtail duplicates within a page only."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail import hooks

from core.models import SitePage
from core.roles import may_write
from core.streams import with_new_ids


@require_safe
def saved_block(request, page_id: int, block_id):
    """Give a block of a page’s body as it was saved last, in the form in which the editor takes it, with new ids inside."""
    page = get_object_or_404(SitePage, pk=page_id)
    if not (may_write(request.user) and page.permissions_for_user(request.user).can_edit()):
        raise PermissionDenied
    body = getattr(page.specific.get_latest_revision_as_object(), "body", None) or []
    stored = [block.get_prep_value() for block in body if block.id == str(block_id)]
    if not stored:
        raise Http404
    copy = body.stream_block.to_python(with_new_ids(stored))[0]
    state = copy.block.get_form_state(copy.value)
    return JsonResponse({"type": copy.block_type, "label": str(copy.block.label), "value": state})


@hooks.register("register_admin_urls")
def register_copying():
    return [path("blocks/<int:page_id>/<uuid:block_id>/", saved_block, name="saved_block")]


@hooks.register("insert_editor_js")
def copy_blocks():
    return format_html(
        '<script type="module" src="{}" data-copied-blocks="{}" data-copy="{}" data-paste="{}" data-copied="{}" '
        'data-waiting="{}" data-unsaved="{}" data-unknown="{}"></script>',
        static("js/admin/blocks.js"),
        reverse("wagtailadmin_home") + "blocks/",
        _("Copy block"),
        _("Paste block"),
        _("Copied. It can be pasted at the end of any page’s body."),
        _("Waiting until it is saved…"),
        _("Not copied: the page has to be saved first."),
        _("This page does not take blocks of that kind."),
    )
