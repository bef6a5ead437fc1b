"""Categories, tags and series in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Locale
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from blog import publishing  # noqa: F401
from blog.models import BlogIndexPage, Category, Series, Tag
from core.choosing import OwnLanguageChooserViewSet
from core.redirects import keep_address


class CategoryViewSet(SnippetViewSet):
    model = Category
    icon = "folder-open-inverse"
    list_display = ["name", "slug"]
    chooser_viewset_class = OwnLanguageChooserViewSet


class TagViewSet(SnippetViewSet):
    model = Tag
    icon = "tag"
    list_display = ["name", "slug"]


class SeriesViewSet(SnippetViewSet):
    model = Series
    icon = "list-ol"
    chooser_viewset_class = OwnLanguageChooserViewSet


@register_snippet
class TaxonomyViewSetGroup(SnippetViewSetGroup):
    items = (CategoryViewSet, TagViewSet, SeriesViewSet)
    menu_label = _("Categories and tags")
    menu_icon = "tag"
    menu_order = 310


# Snippets whose slug is part of an address, and the part of the blog's address before it.
FOLDERS = {Category: "category", Tag: "tag"}


@hooks.register("before_edit_snippet")
def note_the_slug(request, instance):
    request.slug_before = getattr(instance, "slug", None)


@hooks.register("after_edit_snippet")
def keep_the_old_address(request, instance):
    folder = FOLDERS.get(type(instance))
    if folder and request.slug_before:
        # Tags have no language: their listings stand in every blog.
        languages = (
            [instance.locale_id]
            if folder == "category"
            else Locale.objects.values_list("pk", flat=True)
        )
        for locale_id in languages:
            keep_address(
                "blog.BlogIndexPage",
                locale_id,
                f"{folder}/{request.slug_before}/",
                f"{folder}/{instance.slug}/",
            )


@hooks.register("metadata_texts")
def texts_of_listings(model, records):
    """What the blog of their language says of categories and tags; tags have none, so the first blog does."""
    if model not in FOLDERS:
        return {}
    blogs = {blog.locale_id: blog for blog in BlogIndexPage.objects.live().order_by("-path")}
    first = next(reversed(blogs.values()), None)
    found = {record.pk: blogs.get(getattr(record, "locale_id", None), first) for record in records}
    return {
        record.pk: blog.listing_texts(str(record), getattr(record, "description", ""))
        for record in records
        if (blog := found[record.pk])
    }
