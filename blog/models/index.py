"""The blog's listings: all posts, a category's, a tag's, a year's and a month's."""

import datetime
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from blog.models.post import BlogPostPage
from blog.models.taxonomy import Category, Tag
from core.listings import page_of
from core.models import SitePage
from seo.metadata import describe

POSTS_PER_PAGE = 12
RESERVED_SLUGS = frozenset({"author", "category", "feed", "page", "rss", "series", "tag"})


@dataclass(frozen=True)
class Listing:
    """What one address of the blog lists; `path` is relative to the index page."""

    title: str
    description: str = ""
    path: str = ""

    @property
    def is_filtered(self) -> bool:
        return bool(self.path)


class BlogIndexPage(RoutablePageMixin, SitePage):
    lead = RichTextField(
        _("lead"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("One to three sentences under the title."),
    )

    content_panels = [*SitePage.content_panels, "lead"]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["blog.BlogPostPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("blog")
        verbose_name_plural = _("blogs")

    def posts(self):
        """The posts of this blog, as every listing shows them."""
        return BlogPostPage.objects.listed().child_of(self)

    def categories(self):
        """Categories with at least one post that a reader can open."""
        used = self.posts().order_by().values("category_id")
        return Category.objects.filter(pk__in=used)

    def routed_child(self, slug):
        return BlogPostPage.objects.child_of(self).for_reading().filter(slug=slug).first()

    def reserves_slug(self, slug, child):
        return slug in RESERVED_SLUGS or (slug.isdecimal() and len(slug) == 4)

    @path("")
    def all_posts(self, request):
        return self.list_posts(request, self.posts(), Listing(self.title))

    @path("category/<slug:slug>/", name="category")
    def category_posts(self, request, slug):
        category = get_object_or_404(Category, locale_id=self.locale_id, slug=slug)
        listing = Listing(category.name, category.description, f"category/{slug}/")
        return self.list_posts(request, self.posts().filter(category=category), listing)

    @path("tag/<slug:slug>/", name="tag")
    def tag_posts(self, request, slug):
        tag = get_object_or_404(Tag, slug=slug)
        posts = self.posts().filter(post_tags__tag=tag)
        return self.list_posts(request, posts, Listing(tag.name, path=f"tag/{slug}/"), or_404=True)

    @path("<int:year>/", name="year")
    @path("<int:year>/<int:month>/", name="month")
    def dated_posts(self, request, year, month=None):
        try:
            first = datetime.date(year, month or 1, 1)
        except ValueError as error:
            raise Http404(str(error)) from error
        posts = self.posts().filter(published_on__year=year)
        title, route = str(year), f"{year}/"
        if month:
            posts = posts.filter(published_on__month=month)
            title, route = date_format(first, "YEAR_MONTH_FORMAT"), f"{year}/{month}/"
        return self.list_posts(request, posts, Listing(title, path=route), or_404=True)

    def list_posts(self, request, posts, listing: Listing, or_404=False):
        """Render a listing; `or_404` where nobody but the posts themselves says that it exists."""
        paginator = Paginator(posts, POSTS_PER_PAGE)
        if or_404 and not paginator.count:
            raise Http404
        request.page, request.listing = self, listing
        page = page_of(paginator, request)
        metadata = describe(self, request).about(page_number=page.number)
        if listing.is_filtered:
            metadata = metadata.about(
                title=f"{listing.title} · {self.title}",
                description=listing.description,
                address=self.get_full_url(request) + listing.path,
            )
        return self.render(
            request,
            context_overrides={
                "listing": listing,
                "posts": page,
                "categories": self.categories(),
                "blog_url": self.get_url(request),
                "metadata": metadata,
            },
        )

    def alternate_urls(self, request):
        listing = getattr(request, "listing", None)
        if listing and listing.is_filtered:
            # Categories and tags have their own names in each language, so only this address is sure.
            return {translation.get_language(): self.get_full_url(request) + listing.path}
        return super().alternate_urls(request)

    def get_sitemap_urls(self, request=None):
        address = self.get_full_url(request)
        return super().get_sitemap_urls(request) + [
            {"location": f"{address}category/{category.slug}/"} for category in self.categories()
        ]
