"""What one address of the blog lists, and where other languages list the same."""

from dataclasses import dataclass, field

from django.utils.functional import cached_property

from blog.models.post import BlogPostPage
from blog.models.queries import BlogPostQuerySet
from blog.models.taxonomy import Category
from core.models import SeoRecord


@dataclass(frozen=True)
class Listing:
    """`path` is relative to the index page; `condition` is what its posts fulfil, a filter of their query set.

    `needs_posts`: without any it is 404, for nothing else says that it exists.
    `record`: the category or tag, with what editors wrote of it for machines.
    `home`: where readers find the list, if it is not at that path.
    """

    title: str
    posts: BlogPostQuerySet
    description: str = ""
    path: str = ""
    condition: dict = field(default_factory=dict)
    needs_posts: bool = False
    has_feed: bool = True
    home: str = ""
    record: SeoRecord | None = None

    @property
    def is_filtered(self) -> bool:
        return bool(self.path)

    @property
    def year(self) -> int | None:
        return self.condition.get("published_on__year")

    @property
    def month(self) -> int | None:
        return self.condition.get("published_on__month")

    @property
    def paths(self) -> dict[str, str]:
        """Where each language lists the same, if it has a post to show; by code, relative to its blog."""
        return {code: path for code, (path, _is_indexable) in self.twins.items()}

    @property
    def indexable_languages(self) -> set[str]:
        """Those of them in which search engines may list it."""
        return {code for code, (_path, is_indexable) in self.twins.items() if is_indexable}

    @cached_property
    def twins(self) -> dict[str, tuple[str, bool]]:
        posts = BlogPostPage.objects.published().order_by()
        if category := self.condition.get("category"):
            twins = Category.objects.filter(
                translation_key=category.translation_key, posts__in=posts
            )
            rows = twins.values_list("locale__language_code", "slug", "noindex", "canonical_url")
            return {
                code: (f"category/{slug}/", not (noindex or canonical))
                for code, slug, noindex, canonical in rows.distinct()
            }
        # Tags and dates have no name to translate, and tags one record for all languages.
        codes = posts.filter(**self.condition).values_list("locale__language_code", flat=True)
        return dict.fromkeys(codes.distinct(), (self.path, True))
