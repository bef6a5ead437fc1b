"""Menu, footer and shared content in the admin, links in prose, and which live pages readers do not get."""

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.models import Footer, Navigation, SharedSection, Testimonial
from core.rich_text import SitePageLinkHandler


class NavigationViewSet(SnippetViewSet):
    model = Navigation
    icon = "list-ul"
    menu_label = _("Main menu")
    list_display = ["__str__", "locale"]


class FooterViewSet(SnippetViewSet):
    model = Footer
    icon = "minus"
    menu_label = _("Footer")
    list_display = ["__str__", "locale"]


@register_snippet
class FrameViewSetGroup(SnippetViewSetGroup):
    items = (NavigationViewSet, FooterViewSet)
    menu_label = _("Menu and footer")
    menu_icon = "site"
    menu_order = 350


class TestimonialViewSet(SnippetViewSet):
    model = Testimonial
    icon = "openquote"
    list_display = ["name", "organisation", UpdatedAtColumn(), LiveStatusTagColumn()]


class SharedSectionViewSet(SnippetViewSet):
    model = SharedSection
    icon = "copy"
    list_display = ["name", UpdatedAtColumn(), LiveStatusTagColumn()]


@register_snippet
class SharedViewSetGroup(SnippetViewSetGroup):
    items = (TestimonialViewSet, SharedSectionViewSet)
    menu_label = _("Shared content")
    menu_icon = "copy"
    menu_order = 320


@hooks.register("before_serve_page")
def expire_on_time(page, request, serve_args, serve_kwargs):
    """Wagtail unpublishes what has expired when its command runs; readers lose it at the minute itself."""
    if page.expire_at and page.expire_at <= timezone.now():
        raise Http404


@hooks.register("before_serve_page")
def show_no_other_language(page, request, serve_args, serve_kwargs):
    """What stands in for a page that is not translated yet has the words of the original: no page for readers."""
    if page.alias_of_id and page.alias_of.translation_key == page.translation_key:
        raise Http404


@hooks.register("register_rich_text_features", order=10)
def link_to_pages_in_one_query(features):
    # After Wagtail's own, whose place it takes.
    features.register_link_type(SitePageLinkHandler)
