"""What the role that edits metadata is not offered, because it would be refused."""

from wagtail import hooks

from core.roles import PUBLISHING, SAVING, may_write

OFFERED = {PUBLISHING, "action-page-locked", "action-locked"} | SAVING
REFUSED = (
    *("/move/", "/copy/", "/delete/", "/unpublish/"),
    *("/add_subpage/", "/add/", "/convert_alias/"),
)


@hooks.register("construct_page_action_menu")
@hooks.register("construct_snippet_action_menu")
def offer_to_save_and_publish(menu_items, request, context):
    if not may_write(request.user):
        menu_items[:] = [item for item in menu_items if item.name in OFFERED]


@hooks.register("construct_page_listing_buttons")
def offer_no_button_in_vain(buttons, page, user, context=None):
    if may_write(user):
        return
    buttons[:] = [button for button in buttons if leads_on(button)]
    for button in buttons:
        if inner := getattr(button, "dropdown_buttons", None):
            button.dropdown_buttons = [one for one in inner if leads_on(one)]


def leads_on(button) -> bool:
    return not any(part in (getattr(button, "url", "") or "") for part in REFUSED)
