"""The addresses of the feeds: below the blog and each of its categories, tags and authors."""

from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.templatetags.static import static
from django.utils.cache import (
    get_conditional_response,
    patch_cache_control,
    patch_vary_headers,
)
from django.utils.http import http_date
from wagtail.contrib.routable_page.models import path

from blog.feeds import ITEMS, compose
from blog.syndication import FORMATS, feed_links, feed_path
from core.remembered import HOUR, version_of

MAX_AGE = 300


class FeedRoutes:
    """What makes the blog's index page serve feeds; `kind` is a key of FORMATS."""

    @path("feed/", name="feed")
    @path("feed/<slug:kind>/", name="feed")
    def feed(self, request, kind=""):
        return self.serve_feed(request, self.all_listing(), kind)

    @path("category/<slug:slug>/feed/", name="category_feed")
    @path("category/<slug:slug>/feed/<slug:kind>/", name="category_feed")
    def category_feed(self, request, slug, kind=""):
        return self.serve_feed(request, self.category_listing(slug), kind)

    @path("tag/<slug:slug>/feed/", name="tag_feed")
    @path("tag/<slug:slug>/feed/<slug:kind>/", name="tag_feed")
    def tag_feed(self, request, slug, kind=""):
        return self.serve_feed(request, self.tag_listing(slug), kind)

    @path("author/<slug:slug>/feed/", name="author_feed")
    @path("author/<slug:slug>/feed/<slug:kind>/", name="author_feed")
    def author_feed(self, request, slug, kind=""):
        return self.serve_feed(request, self.author_listing(slug, request), kind)

    def serve_feed(self, request, listing, kind: str) -> HttpResponse:
        if kind not in FORMATS:
            raise Http404
        address = f"{self.get_full_url(request)}{listing.path}{feed_path(kind)}"
        state = state_of_feed(request, listing, address)
        if listing.needs_posts and state.is_empty:
            raise Http404
        response = get_conditional_response(request, state.etag, state.changed)
        if response is None:
            document = cache.get(f"feed:{state.etag}")
            if document is None:
                posts = list(listing.posts.for_feeds()[:ITEMS])
                document = FORMATS[kind].write(compose(self, listing, address, posts, request))
                cache.set(f"feed:{state.etag}", document, HOUR)
            content_type = FORMATS[kind].preferred_type(request)
            response = HttpResponse(document, content_type=f"{content_type}; charset=utf-8")
        response["ETag"], response["Last-Modified"] = state.etag, http_date(state.changed)
        patch_vary_headers(response, ["Accept"])
        patch_cache_control(response, public=True, max_age=MAX_AGE)
        return response

    def feeds(self, request):
        """Those of the listing that is shown; a year and a month have none, so there it is the blog's."""
        listing = getattr(request, "listing", None)
        if listing is None or not listing.has_feed:
            return feed_links(request, self.title, self.get_url(request))
        return feed_links(request, listing.title, self.get_url(request) + listing.path)


@dataclass(frozen=True)
class FeedState:
    """What tells one state of a feed from another before it is written; `changed` in seconds since 1970."""

    etag: str
    changed: int
    is_empty: bool


def state_of_feed(request, listing, address: str) -> FeedState:
    """Ask for little: the site's version stands for all that people change, the posts for what expires.

    The ETag is weak, because the same feed may be written with another media type.
    """
    posts = list(listing.posts.values_list("pk", flat=True)[:ITEMS])
    version = version_of(request)
    state = (address, str(version), static("css/feed.css"), posts)
    digest = sha256(repr(state).encode()).hexdigest()[:32]
    return FeedState(f'W/"{digest}"', int(version.renewed_at.timestamp()), not posts)
