"""Menu, footer and shared content in the admin, links in prose, and which live pages readers do not get."""

from functools import partial

from django.core.management import call_command
from django.db.models import Min
from django.http import Http404
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.announcements import announcements_of
from core.choosing import OwnLanguageChooserViewSet
from core.models import (
    Announcement,
    Footer,
    Navigation,
    SharedSection,
    SitePage,
    Testimonial,
)
from core.page_views import SitePageViewSet
from core.rich_text import SitePageLinkHandler
from core.work import Job


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


class AnnouncementViewSet(SnippetViewSet):
    model = Announcement
    icon = "info-circle"
    menu_label = _("Announcements")
    list_display = ["text", "locale", "starts_at", "ends_at", Column("when", label=_("State"))]
    copy_view_enabled = False


@register_snippet
class FrameViewSetGroup(SnippetViewSetGroup):
    items = (NavigationViewSet, FooterViewSet, AnnouncementViewSet)
    menu_label = _("Menu and footer")
    menu_icon = "site"
    menu_order = 350


class TestimonialViewSet(SnippetViewSet):
    model = Testimonial
    icon = "openquote"
    list_display = ["name", "organisation", UpdatedAtColumn(), LiveStatusTagColumn()]
    chooser_viewset_class = OwnLanguageChooserViewSet


class SharedSectionViewSet(SnippetViewSet):
    model = SharedSection
    icon = "copy"
    list_display = ["name", UpdatedAtColumn(), LiveStatusTagColumn()]
    chooser_viewset_class = OwnLanguageChooserViewSet


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


@hooks.register("jobs")
def publish_on_time():
    return [Job("publish", 20, partial(call_command, "publish_scheduled"))]


@hooks.register("insert_global_admin_css")
def show_the_brand():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/brand.css"))


@hooks.register("register_admin_viewset")
def register_pages():
    return SitePageViewSet()


@hooks.register("next_change")
def next_expiry():
    """No signal tells when a page expires, but the moment is known before."""
    expiring = SitePage.objects.live().filter(expire_at__gt=timezone.now())
    return expiring.aggregate(at=Min("expire_at"))["at"]


@hooks.register("next_change")
def next_announcement():
    return Announcement.objects.next_moment()


@hooks.register("frame_parts")
def announcements(request, site):
    return {"announcements": announcements_of()}


@hooks.register("before_serve_page")
def show_no_other_language(page, request, serve_args, serve_kwargs):
    """What stands in for a page that is not translated yet has the words of the original: no page for readers."""
    if page.alias_of_id and page.alias_of.translation_key == page.translation_key:
        raise Http404


@hooks.register("register_rich_text_features", order=10)
def link_to_pages_in_one_query(features):
    # After Wagtail's own, whose place it takes.
    features.register_link_type(SitePageLinkHandler)
