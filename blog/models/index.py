"""The blog's listings: all posts, a category's, a tag's, a year's and a month's."""

import datetime
from dataclasses import replace

from django.core.paginator import Paginator
from django.db import models
from django.db.models import Max
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import PageChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from blog.archive import archive
from blog.models.feeds import FeedRoutes
from blog.models.listing import Listing
from blog.models.post import BlogPostPage
from blog.models.taxonomy import Category, Tag
from blog.sitemaps import listing_urls
from core.listings import page_of
from core.models import SeoRecord, SitePage
from people.addresses import profile_url
from people.models import Person
from seo.metadata import Metadata, Part, describe
from seo.structured_data import collection_node

POSTS_PER_PAGE = 12
RESERVED_SLUGS = frozenset({"author", "category", "feed", "page", "rss", "series", "tag"})


class BlogIndexPage(FeedRoutes, RoutablePageMixin, SitePage):
    lead = RichTextField(
        _("lead"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("One to three sentences under the title."),
    )
    featured_post = models.ForeignKey(
        "blog.BlogPostPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("featured post"),
        help_text=_("Shown first and large. Left empty, or not public, the latest post is."),
    )

    content_panels = [
        *SitePage.content_panels,
        "lead",
        PageChooserPanel("featured_post", "blog.BlogPostPage"),
    ]
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

    def all_listing(self) -> Listing:
        return Listing(self.title, self.posts())

    def narrowed(self, title: str, path: str, condition: dict, **more) -> Listing:
        return Listing(
            title, self.posts().filter(**condition), path=path, condition=condition, **more
        )

    def category_listing(self, slug: str) -> Listing:
        category = get_object_or_404(Category, locale_id=self.locale_id, slug=slug)
        return self.narrowed(
            category.name,
            f"category/{slug}/",
            {"category": category},
            description=category.description,
            record=category,
        )

    def tag_listing(self, slug: str) -> Listing:
        tag = get_object_or_404(Tag, slug=slug)
        return self.narrowed(
            tag.name, f"tag/{slug}/", {"post_tags__tag": tag}, needs_posts=True, record=tag
        )

    def author_listing(self, slug: str, request) -> Listing:
        people = Person.objects.with_profile().filter(locale_id=self.locale_id)
        person = get_object_or_404(people, slug=slug)
        posts = person.authorships.posts().child_of(self)
        home = profile_url(person, request)
        return Listing(person.name, posts, person.card_summary, f"author/{slug}/", home=home)

    def serve_preview(self, request, mode_name):
        # Before the routes, which know one preview only.
        return self.machine_preview(request, mode_name) or super().serve_preview(request, mode_name)

    def describe_record(self, record: SeoRecord, request) -> Metadata:
        """The metadata of a category or a tag as it is being edited."""
        path = f"{record.folder}/{record.slug}/"
        description = getattr(record, "description", "")
        listing = Listing(str(record), self.posts().none(), description, path, record=record)
        request.page = self
        return describe(self, request, self.listing_part(listing, request))

    @path("")
    def all_posts(self, request):
        listing = self.all_listing()
        # First in the order rather than beside it: pages stay full, and no post stands there twice.
        posts = listing.posts.starting_with(self.featured_post_id)
        return self.list_posts(request, replace(listing, posts=posts))

    @path("category/<slug:slug>/", name="category")
    def category_posts(self, request, slug):
        return self.list_posts(request, self.category_listing(slug))

    @path("tag/<slug:slug>/", name="tag")
    def tag_posts(self, request, slug):
        return self.list_posts(request, self.tag_listing(slug))

    @path("author/<slug:slug>/", name="author")
    def author_posts(self, request, slug):
        # Their posts have one address, the profile; this one only completes those of the feeds below it.
        profile = self.author_listing(slug, request).home
        if not profile:
            raise Http404
        return redirect(profile, permanent=True)

    @path("<int:year>/", name="year")
    @path("<int:year>/<int:month>/", name="month")
    def dated_posts(self, request, year, month=None):
        try:
            first = datetime.date(year, 1 if month is None else month, 1)
        except ValueError as error:
            raise Http404(str(error)) from error
        title, route, condition = str(year), f"{year}/", {"published_on__year": year}
        if month:
            title, route = date_format(first, "YEAR_MONTH_FORMAT"), f"{year}/{month}/"
            condition["published_on__month"] = month
        listing = self.narrowed(title, route, condition, needs_posts=True, has_feed=False)
        return self.list_posts(request, listing)

    def list_posts(self, request, listing: Listing):
        paginator = Paginator(listing.posts, POSTS_PER_PAGE)
        if listing.needs_posts and not paginator.count:
            raise Http404
        request.page, request.listing = self, listing
        page = page_of(paginator, request)
        part = self.listing_part(listing, request) if listing.is_filtered else None
        return self.render(
            request,
            context_overrides={
                "listing": listing,
                "posts": page,
                "categories": self.categories(),
                "archive": archive(self.posts()),
                "blog_url": self.get_url(request),
                "metadata": describe(self, request, part).numbered(page.number),
            },
        )

    def listing_part(self, listing: Listing, request) -> Part:
        address = self.get_full_url(request) + listing.path
        title, description = self.listing_texts(listing.title, listing.description)
        return Part(
            title=title,
            address=address,
            record=listing.record,
            description=description,
            nodes=(collection_node(listing.title, address, request),),
            trail=((listing.title, address),),
        )

    def listing_texts(self, name: str, description: str) -> tuple[str, str]:
        """What machines are told of one of its lists where editors wrote nothing for them: title and text."""
        told = _("What was written about “%(listing)s” (%(blog)s).")
        return (
            f"{name} · {self.title}",
            description or told % {"listing": name, "blog": self.title},
        )

    def structured_data(self, request):
        return [collection_node(self.title, self.get_full_url(request), request)]

    def alternate_urls(self, request):
        blogs = super().alternate_urls(request)
        listing = getattr(request, "listing", None)
        if not (listing and listing.is_filtered):
            return blogs
        paths = listing.paths
        here = translation.get_language()
        if here not in paths:
            # Empty, so the lists of other languages do not lead here.
            return {here: self.get_full_url(request) + listing.path}
        return {code: blogs[code] + path for code, path in paths.items() if code in blogs}

    def indexable_languages(self, request):
        listing, codes = getattr(request, "listing", None), super().indexable_languages(request)
        return codes & listing.indexable_languages if listing and listing.is_filtered else codes

    def get_sitemap_urls(self, request=None):
        (own,) = super().get_sitemap_urls(request)
        posts = self.posts().order_by()
        newest = posts.aggregate(newest=Max("last_published_at"))["newest"]
        own["lastmod"] = max(filter(None, [own["lastmod"], newest]), default=None)
        listed, addresses = super().indexable_languages(request), super().alternate_urls(request)
        blogs = {code: address for code, address in addresses.items() if code in listed}
        return [own, *listing_urls(blogs, self.locale.language_code, request)]
