"""SitePage, the concrete base of every page type: what all pages store, and the hooks they may override."""

import re
from html import unescape

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import MultiFieldPanel
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet
from wagtail.search import index

from core.models.seo import RARE_PANEL, SHARE_PANEL, SeoFields

# What search engines show of a description, more or less.
DESCRIPTION_LENGTH = 160
# The root is 1, home pages are 2, what stands below them in the address is 3.
TOP_LEVEL = 3
# Where words of rich text that touch in its markup stand apart.
END_OF_LINE = re.compile(r"</(?:p|li|h2|h3)>|<br/>")


def translation_key_of(pk: int) -> Subquery:
    """What a page shares with its translations: by it, whatever an editor chose is found in another language."""
    return Subquery(Page.objects.filter(pk=pk).values("translation_key")[:1])


class SitePageQuerySet(PageQuerySet):
    def with_own_words(self):
        """Without the places kept for pages that are not translated yet: they show the words of the original."""
        return self.filter(
            Q(alias_of__isnull=True) | ~Q(alias_of__translation_key=F("translation_key"))
        )

    def published(self):
        """Pages that anyone may read now: the start of every public list, feed, search and sitemap."""
        not_expired = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
        # Not what is left in a language that was taken from the settings.
        spoken = Q(locale__language_code__in=[code for code, _name in settings.LANGUAGES])
        # Wagtail's public() asks for all restrictions first: one query more for every list of a page. Here the
        # few restrictions drive the subquery; a join instead lets PostgreSQL compare every page with every page.
        closed_path = Page.objects.filter(pk=OuterRef("page_id")).values("path")
        closed = PageViewRestriction.objects.alias(
            path=ExpressionWrapper(OuterRef("path"), CharField()), closed_path=Subquery(closed_path)
        ).filter(path__startswith=F("closed_path"))
        return self.live().with_own_words().filter(not_expired, spoken).filter(~Exists(closed))

    def indexable(self):
        """Those of them that search engines may list under their own address."""
        return self.published().filter(noindex=False, canonical_url="")

    def for_sitemap(self):
        """The same with what a sitemap says of them; a page type adds its relations."""
        return self.indexable().defer_streamfields()


class SitePageForm(WagtailAdminPageForm):
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


class SitePage(SeoFields, Page):
    is_creatable = False
    base_form_class = SitePageForm
    # What a search can be narrowed to by type: "page" or "post".
    search_type = "page"

    promote_panels = [
        MultiFieldPanel(
            ["slug", "seo_title", "search_description"], heading=_("For search engines")
        ),
        SHARE_PANEL,
        RARE_PANEL,
    ]

    search_fields = [
        *Page.search_fields,
        index.SearchField("search_description"),
    ]

    objects = PageManager.from_queryset(SitePageQuerySet)()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    # Hooks with neutral defaults: a page type overrides what it knows better.

    @property
    def metadata_title(self) -> str:
        """The title for machines where editors wrote none; empty for the site’s own name."""
        return self.title

    @property
    def metadata_description(self) -> str:
        """A sentence or two for machines: the card’s, else how the body begins; may be empty."""
        return self.card_summary or Truncator(self.words).chars(DESCRIPTION_LENGTH)

    @property
    def words(self) -> str:
        """What there is to read, as plain text."""
        body = getattr(self, "body", None)
        blocks = body.stream_block.get_searchable_content(body) if body else []
        return " ".join([plain_text(getattr(self, "lead", "")), *blocks]).strip()

    @property
    def title_variables(self) -> dict[str, str]:
        """What a template for titles may name besides title, site and section: by the variable’s name."""
        return {}

    @property
    def card_title(self) -> str:
        """The title in listings and search results."""
        return self.title

    @property
    def card_summary(self) -> str:
        """One or two plain sentences for listings, search results and descriptions; may be empty."""
        return self.search_description or plain_text(getattr(self, "lead", ""))

    @property
    def card_image(self):
        """The picture of the page in listings, or None."""
        return None

    @property
    def kind(self) -> str:
        """What a reader would call the page, in the margin of search results; may be empty."""
        return ""

    @property
    def card_date(self):
        """The date that readers see, or None for what has no date of its own."""
        return None

    @property
    def search_facets(self) -> dict[str, list[int]]:
        """Keys of the public category, tags and authors that a search can be narrowed by."""
        return {}

    @property
    def updated_on(self):
        """The day of the last change that readers are told of, or None."""
        return None

    @property
    def published_at(self):
        """When readers are told that it appeared, with time zone; None for what has no date of its own."""
        return None

    @property
    def modified_at(self):
        """When it last changed, if readers are told so, with time zone; else None."""
        return None

    @property
    def og_type(self) -> str:
        """What social networks call it."""
        return "website"

    def authors(self, request) -> list[tuple[str, str]]:
        """Names of those who wrote it, with the absolute addresses of their profiles, or empty ones."""
        return []

    @property
    def share_picture(self):
        """The picture of the page when it is shared, or None."""
        return self.share_image or self.card_image

    @cached_property
    def breadcrumbs(self) -> list["SitePage"]:
        """The pages above this one that a reader can visit, from the top, without the home page."""
        if self.depth <= TOP_LEVEL:
            return []
        above = SitePage.objects.published().ancestor_of(self).filter(depth__gte=TOP_LEVEL)
        return list(above.order_by("depth"))

    def structured_data(self, request) -> list[dict]:
        """schema.org nodes about the page's own subject, for the page's one JSON-LD graph."""
        return []

    @cached_property
    def public_translations(self) -> dict[str, "SitePage"]:
        """What readers can open of this page, per language code, this language included."""
        pages = SitePage.objects.published().filter(translation_key=self.translation_key)
        return {page.locale.language_code: page for page in pages.select_related("locale")}

    def alternate_urls(self, request) -> dict[str, str]:
        """Absolute addresses of what is now shown, per language code, this language included."""
        return {code: page.get_full_url(request) for code, page in self.public_translations.items()}

    def feeds(self, request) -> tuple:
        """The feeds that carry what is now shown, as `seo.metadata.FeedLink`, for the head of the page."""
        return ()

    def reserves_slug(self, slug: str, child: "SitePage") -> bool:
        """Whether an address of the site itself stands where a child with this slug would."""
        return False

    # What Wagtail calls.

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


def plain_text(html: str) -> str:
    """Return rich text as one line without tags or entities."""
    spaced = END_OF_LINE.sub(r"\g<0> ", html)
    return " ".join(unescape(strip_tags(spaced)).split())
