"""Saying what stands before publishing, with links to the fields."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_latest_str

from core.publishing.issues import Issue

# More at once nobody reads; the editor shows them all.
MOST_TOLD = 6


def tell(request, record, issues: list[Issue]) -> None:
    messages.error(request, refusal(request.user, record, issues))


def refusal(user, record, issues: list[Issue]) -> SafeString:
    address = AdminURLFinder(user).get_edit_url(record) or ""
    title = linked(address, get_latest_str(record))
    told = [
        (linked(address and address + one.fragment, one.message),) for one in issues[:MOST_TOLD]
    ]
    if (left := len(issues) - MOST_TOLD) > 0:
        told.append((ngettext("%(number)s more", "%(number)s more", left) % {"number": left},))
    points = format_html_join("", "<li>{}</li>", told)
    said = format_html(_("“{title}” was not published:"), title=title)
    return format_html("{}<ul>{}</ul>", said, points)


def linked(address: str, text: str) -> SafeString | str:
    return format_html('<a href="{}">{}</a>', address, text) if address else text
