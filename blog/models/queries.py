"""The one way to list posts, and what is fetched with them."""

from django.db.models import Case, F, Prefetch, When

from blog.models.attached import BlogPostAuthor, BlogPostTag
from core.models import SitePageQuerySet
from core.models.page_queries import translation_key_of
from people.models import Person

# Where there is no date or moment, the post counts as the oldest, on every database.
NEWEST_FIRST = (
    F("published_on").desc(nulls_last=True),
    F("first_published_at").desc(nulls_last=True),
    F("pk").desc(),
)


class BlogPostQuerySet(SitePageQuerySet):
    def listed(self):
        """Public posts, newest first, with everything a card shows: the only way to list posts."""
        return (
            self.published()
            .order_by(*NEWEST_FIRST)
            .select_related("category", "cover")
            .defer("body")
        )

    def for_metadata(self):
        return self.select_related("category").with_bylines()

    def for_sitemap(self):
        return super().for_sitemap().select_related("cover")

    def for_audit(self):
        return super().for_audit().select_related("category").with_bylines()

    def starting_with(self, pk: int | None):
        """The same posts in the same order, but for the one of this key, or its translation, which comes first."""
        if not pk:
            return self
        chosen = When(translation_key=translation_key_of(pk), then=0)
        return self.order_by(Case(chosen, default=1), *self.query.order_by)

    def with_bylines(self):
        """Posts with their authors in order, photos included, in two queries more."""
        rows = BlogPostAuthor.objects.order_by("sort_order")
        people = Prefetch("person", Person.objects.all())
        return self.prefetch_related(Prefetch("authorships", rows.prefetch_related(people)))

    def for_reading(self):
        """Posts with everything their own page shows, drafts included: who may see them is Wagtail's question."""
        return self.select_related("category", "cover").with_bylines()

    def for_feeds(self):
        """Listed posts with their whole text, authors and tags, in two queries more."""
        authors = BlogPostAuthor.objects.select_related("person").order_by("sort_order")
        tags = BlogPostTag.objects.select_related("tag").order_by("tag__name")
        return self.defer(None).prefetch_related(
            Prefetch("authorships", authors), Prefetch("post_tags", tags)
        )
