"""Our checks in the place of the stock ones."""

from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem

from editorial.checks.item import ChecksItem


@hooks.register("construct_wagtail_userbar")
def check_what_editors_can_change(request, items, page):
    items[:] = [
        ChecksItem(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item
        for item in items
    ]
