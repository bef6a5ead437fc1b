"""Menu and footer as snippets in the admin, under one heading."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.models import Footer, Navigation


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
