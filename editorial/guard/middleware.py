"""Whoever may edit metadata alone reaches nothing by which a page or a record itself would change."""

from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied

from core.roles import may_write, refusal
from editorial.guard.translations import is_metadata_of_translation

SAFE = ("GET", "HEAD", "OPTIONS")
# What may be sent to Wagtail’s views of pages and snippets; whatever they are given one day is refused at first.
SENT = frozenset({"edit", "preview_on_edit"})
# What need not be looked at either: forms and questions whose answer would be refused.
CLOSED = frozenset(
    {
        *("add", "add_subpage", "choose_parent", "convert_alias", "copy", "delete"),
        *("move", "move_confirm", "set_privacy", "unpublish", "revisions_unschedule"),
        *("workflow_action", "collect_workflow_action_data", "confirm_workflow_cancellation"),
    }
)
LIBRARIES = ("wagtailimages", "wagtaildocs")
LOCALIZE = "localize/"


class ContentGuardMiddleware:
    """Wagtail’s right to edit a page implies to move, delete, copy, unpublish, hide and reorder it.

    Its hooks come before some of these only, and its tester is not asked by all views; addresses are.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not changes_content(request) or not request.user.is_authenticated:
            return None
        if may_write(request.user):
            return None
        if request.user.has_perm("wagtailadmin.access_admin"):
            return refuse(request)
        # Wagtail asks whoever it is to sign in as somebody else.
        return None


def refuse(request):
    if request.headers.get("Accept", "").startswith("application/json"):
        return permission_denied(request)
    messages.error(request, refusal())
    return redirect("wagtailadmin_home")


def changes_content(request) -> bool:
    """Whether an address of the admin, asked this way, changes more than metadata."""
    match, is_safe = request.resolver_match, request.method in SAFE
    if match is None:
        return False
    space = match.namespaces[-1] if match.namespaces else ""
    if space == "wagtailadmin_pages" or space.startswith("wagtailsnippets_"):
        return match.url_name in CLOSED or not (is_safe or match.url_name in SENT)
    if match.url_name == "wagtail_bulk_action":
        return True
    if space in LIBRARIES:
        return match.url_name == "delete" or not (is_safe or match.url_name == "edit")
    if LOCALIZE in match.route:
        return not is_safe and not is_metadata_of_translation(match)
    return False
