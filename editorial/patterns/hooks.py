"""Patterns in the admin: their records, the choice among them, and how a post becomes one."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from blog.models import BlogPostPage, PostPattern
from editorial.patterns.saving import KeepPatternView, may_keep
from editorial.patterns.starting import PostViewSet


@register_snippet
class PatternViewSet(SnippetViewSet):
    model = PostPattern
    icon = "clipboard-list"
    menu_label = _("Patterns")
    menu_order = 315
    add_to_admin_menu = True
    list_display = ["name", "description", UpdatedAtColumn()]


@hooks.register("register_admin_viewset")
def register_posts():
    return PostViewSet()


@hooks.register("register_admin_urls")
def register_keeping():
    return [path("patterns/from/<int:page_id>/", KeepPatternView.as_view(), name="keep_pattern")]


@hooks.register("register_page_header_buttons")
def offer_to_keep(page, user, view_name, next_url=None):
    if view_name == "edit" and isinstance(page, BlogPostPage) and may_keep(user, page):
        yield Button(
            _("Save as a pattern"),
            reverse("keep_pattern", args=[page.pk]),
            icon_name="clipboard-list",
            priority=35,
        )
