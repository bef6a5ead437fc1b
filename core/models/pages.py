"""SitePage, the concrete base of every page type: what all pages store, and how they are found and checked."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.models import Page, PageManager
from wagtail.search import index
from wagtail.utils.decorators import cached_classmethod

from core.models.page_hooks import PageHooks
from core.models.page_queries import SitePageQuerySet
from core.models.seo import SeoFields
from core.panels import PanelFromAbove
from core.promote import promote_panels
from core.roles import EDIT_CONTENT, RoleForm

# The root is 1, home pages are 2, what stands below them in the address is 3.
TOP_LEVEL = 3


class SitePageForm(RoleForm, WagtailAdminPageForm):
    def clean(self):
        cleaned = super().clean()
        if message := reserved_slug_message(
            self.parent_page, cleaned.get("slug", ""), self.instance
        ):
            self.add_error("slug", message)
        return cleaned


def reserved_slug_message(parent: Page | None, slug: str, child: "SitePage") -> str:
    """Say why a page may not take this slug under this parent; empty if it may."""
    parent = parent.specific if parent else None
    if isinstance(parent, SitePage) and parent.reserves_slug(slug, child):
        return _("The address “%(slug)s” is taken by a part of the site. Choose another.") % {
            "slug": slug
        }
    return ""


class SitePage(PageHooks, SeoFields, Page):
    is_creatable = False
    base_form_class = SitePageForm
    # What a search can be narrowed to by type: "page" or "post".
    search_type = "page"

    promote_panels = [*promote_panels("slug"), PanelFromAbove("seo.audit.panels.AuditPanel")]

    search_fields = [
        *Page.search_fields,
        index.SearchField("search_description"),
    ]

    objects = PageManager.from_queryset(SitePageQuerySet)()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        permissions = [
            ("edit_content", "Can edit what readers read, not only metadata"),
            ("edit_indexing", "Can decide what search engines list"),
        ]

    @cached_classmethod
    def get_edit_handler(cls):  # noqa: N805
        # Wagtail’s tabs, the first of which is only for who may write.
        tabs = [
            ObjectList(cls.content_panels, heading=_("Content"), permission=EDIT_CONTENT),
            ObjectList(cls.promote_panels, heading=_("Promote")),
            ObjectList(cls.settings_panels, heading=_("Settings")),
        ]
        handler = TabbedInterface(tabs, base_form_class=cls.base_form_class)
        return handler.bind_to_model(cls)

    @cached_property
    def breadcrumbs(self) -> list["SitePage"]:
        """The pages above this one that a reader can visit, from the top, without the home page."""
        if self.depth <= TOP_LEVEL:
            return []
        above = SitePage.objects.published().ancestor_of(self).filter(depth__gte=TOP_LEVEL)
        return list(above.order_by("depth"))

    @cached_property
    def public_translations(self) -> dict[str, "SitePage"]:
        """What readers can open of this page, per language code, this language included."""
        pages = SitePage.objects.published().filter(translation_key=self.translation_key)
        return {page.locale.language_code: page for page in pages.select_related("locale")}

    # What Wagtail calls.

    def described(self, request) -> dict:
        # The context processor of seo speaks about the page that is being shown.
        request.page = self
        return {}

    def clean(self):
        super().clean()
        self._check_slug_is_free()

    def minimal_clean(self):
        super().minimal_clean()
        self._check_slug_is_free()

    def _check_slug_is_free(self):
        parent = self.get_parent() if self.path else None
        if message := reserved_slug_message(parent, self.slug, self):
            raise ValidationError({"slug": message})

    def route(self, request, path_components):
        # The pages on the way down are the breadcrumbs of the one at the end.
        request.__dict__.setdefault("pages_above", []).append(self)
        if path_components and (child := self.routed_child(path_components[0])):
            return child.route(request, path_components[1:])
        return super().route(request, path_components)

    def routed_child(self, slug: str) -> "SitePage | None":
        """Return the child of this slug with all that its page shows; None leaves the search to Wagtail."""
        return None

    def get_context(self, request, *args, **kwargs):
        # The context processors of core and seo speak about the page that is being shown.
        request.page = self
        if above := getattr(request, "pages_above", None):
            self.breadcrumbs = [page for page in above if TOP_LEVEL <= page.depth < self.depth]
        return super().get_context(request, *args, **kwargs)
