"""What readers have had is deleted only by who may delete: to Wagtail, the right to edit is enough."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page


def may_delete(user, page: Page) -> bool:
    """Wagtail’s right to delete pages with others below stands for the right to delete any."""
    was_public = page.live or page.first_published_at
    if user.is_superuser or not was_public:
        return True
    return "bulk_delete" in page.permissions_for_user(user).permissions


def refuse(request, page: Page):
    message = _(
        "“%(title)s” has been public: your role may unpublish it, and an editor deletes it."
    )
    messages.error(request, message % {"title": page.get_admin_display_title()})
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_delete_page")
def keep_what_was_public(request, page):
    return None if may_delete(request.user, page) else refuse(request, page)


@hooks.register("before_bulk_action")
def keep_all_that_was_public(request, action_type, objects, action):
    if action_type == "delete":
        for page in objects:
            if isinstance(page, Page) and not may_delete(request.user, page):
                return refuse(request, page)
    return None


@hooks.register("construct_page_listing_buttons")
def offer_no_deletion_in_vain(buttons, page, user, context=None):
    for button in buttons:
        if inner := getattr(button, "dropdown_buttons", None):
            button.dropdown_buttons = [one for one in inner if leads_on(one, page, user)]


def leads_on(button, page, user) -> bool:
    deletes = (getattr(button, "url", "") or "").partition("?")[0].endswith(f"/{page.pk}/delete/")
    return not deletes or may_delete(user, page)
