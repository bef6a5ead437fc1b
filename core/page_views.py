"""Where upper apps add to the admin's views of pages: panels beside the form, columns in the explorer.

By hooks, each called with the request: `page_side_panels` (with the page first) returns side panels,
`page_columns` returns columns, whose `prepare(pages)` sees all rows of a list at once, and whose `media` the page loads.
"""

from django.forms import Media
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.listing import ExplorableIndexView, GenericPageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from core.models import SitePage


class WithMorePanels:
    def get_side_panels(self):
        panels = list(super().get_side_panels())
        if not self.expects_json_response:
            for add in hooks.get_hooks("page_side_panels"):
                panels.extend(add(self.page, self.request))
        return MediaContainer(panels)


class SitePageCreateView(WithMorePanels, CreateView):
    """Has the panels from the beginning, though there is nothing in them before the first save: Wagtail fills only
    those that are there.
    """


class SitePageEditView(WithMorePanels, EditView):
    pass


class SitePageIndexView(ExplorableIndexView):
    @cached_property
    def explorable_columns(self):
        *columns, navigate = super().explorable_columns
        added = (add(self.request) for add in hooks.get_hooks("page_columns"))
        return [*columns, *(column for several in added for column in several), navigate]

    def get_table(self, object_list):
        for column in self.explorable_columns:
            if hasattr(column, "prepare"):
                column.prepare(object_list)
        return super().get_table(object_list)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if not self.results_only:
            for column in self.explorable_columns:
                context["media"] += getattr(column, "media", Media())
        return context


class SitePageViewSet(PageViewSet):
    """For all page types, and for what is below them: the root keeps Wagtail's own list."""

    model = SitePage
    parent_models = [SitePage]
    filterset_class = GenericPageFilterSet
    add_view_class = SitePageCreateView
    edit_view_class = SitePageEditView
    index_view_class = SitePageIndexView

    def get_index_view_kwargs(self, **kwargs):
        # What is listed may be any page.
        return super().get_index_view_kwargs(**kwargs) | {"model": Page}
