"""Categories and tags in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from blog.models import Category, Tag


class CategoryViewSet(SnippetViewSet):
    model = Category
    icon = "folder-open-inverse"
    list_display = ["name", "slug"]


class TagViewSet(SnippetViewSet):
    model = Tag
    icon = "tag"
    list_display = ["name", "slug"]
    panels = [FieldPanel("name"), FieldPanel("slug")]


@register_snippet
class TaxonomyViewSetGroup(SnippetViewSetGroup):
    items = (CategoryViewSet, TagViewSet)
    menu_label = _("Categories and tags")
    menu_icon = "tag"
    menu_order = 310
