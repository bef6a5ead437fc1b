"""Where a reader goes from a post: the posts before and after it, the parts of its series, related ones.

`posts` is always a query set of what readers may see, newest first: `BlogPostPage.objects.listed()`.
"""

import datetime
from bisect import bisect
from dataclasses import dataclass

from django.db.models import Case, Count, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from blog.models.attached import BlogPostTag
from core.models.page_queries import translation_key_of

RELATED_POSTS = 3
# What two posts may share, by how much it says: two common tags weigh more than a common category.
CATEGORY_WEIGHT = 3
TAG_WEIGHT = 2
# Sorts a post without a moment of publication before all others of its day.
LONG_AGO = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def surroundings(post, posts) -> list:
    """Return the posts of the same blog just before and just after, and all of the same series, in one query."""
    siblings = posts.sibling_of(post, inclusive=False)
    wanted = Q(series__isnull=False, series=post.series_id)
    if post.pk and post.published_on:
        older, newer = beside(post, siblings)
        wanted |= Q(pk=Subquery(older)) | Q(pk=Subquery(newer))
    return list(siblings.filter(wanted).select_related("series", "category", "cover"))


def beside(post, siblings) -> tuple:
    """The key of the next older and of the next newer post, each a query set of one row at most."""
    by_moment = siblings.select_related(None).alias(
        moment=Coalesce("first_published_at", Value(LONG_AGO))
    )
    day, hour, pk = moment(post)
    older, newer = (
        by_moment.filter(
            Q(**{f"published_on__{beyond}": day})
            | Q(**{"published_on": day, f"moment__{beyond}": hour})
            | Q(**{"published_on": day, "moment": hour, f"pk__{beyond}": pk})
        ).values("pk")
        for beyond in ("lt", "gt")
    )
    return older[:1], newer.reverse()[:1]


def moment(post) -> tuple:
    """What posts are ordered by: the date readers see, then when it went out, then which came first."""
    return (post.published_on, post.first_published_at or LONG_AGO, post.pk)


@dataclass(frozen=True)
class Neighbours:
    previous: object | None = None
    next: object | None = None

    def keys(self) -> list[int]:
        return [post.pk for post in (self.previous, self.next) if post]

    def without(self, keys: set[int]) -> "Neighbours":
        return Neighbours(
            *(post if post and post.pk not in keys else None for post in (self.previous, self.next))
        )


def neighbours(post, around: list) -> Neighbours:
    """Return the posts just before and just after; a post without a date has none."""
    if not (post.pk and post.published_on):
        return Neighbours()
    dated = sorted((other for other in around if other.published_on), key=moment)
    place = bisect(dated, moment(post), key=moment)
    return Neighbours(
        dated[place - 1] if place else None, dated[place] if place < len(dated) else None
    )


@dataclass(frozen=True)
class Parts:
    """A series as one of its posts shows it; `number` counts the public parts from 1."""

    series: object
    posts: list
    number: int


def parts(post, around: list) -> Parts | None:
    """Return the public parts of the post's series in order; None for fewer than two."""
    others = [other for other in around if post.series_id and other.series_id == post.series_id]
    if not others:
        return None
    # The post itself as it is shown, which in a preview may be ahead of what is stored.
    ordered = sorted([*others, post], key=part_order)
    return Parts(others[0].series, ordered, ordered.index(post) + 1)


def part_order(post) -> tuple:
    """Numbered parts first, then the others by date."""
    last = datetime.date.max
    return (post.series_position is None, post.series_position, post.published_on or last)


def related(post, posts, unasked: list[int] | None = None) -> list:
    """Return up to three posts of the same language: those chosen by hand, then the closest, newest first.

    `unasked` holds the keys of posts that come only if they are chosen.
    """
    chosen = [translation_key_of(row.post_id) for row in post.related_posts.all()]
    shared = BlogPostTag.objects.filter(tag__in=[tag.pk for tag in post.tag_list]).order_by()
    number_shared = (
        shared.filter(content_object=OuterRef("pk"))
        .values("content_object")
        .annotate(number=Count("pk"))
        .values("number")
    )
    in_category = Q(category__isnull=False, category=post.category_id)
    close = in_category | Q(pk__in=shared.values("content_object"))
    close &= ~Q(pk__in=unasked or [])
    place = Case(
        *(When(translation_key=key, then=at) for at, key in enumerate(chosen)), default=len(chosen)
    )
    closeness = Case(When(in_category, then=CATEGORY_WEIGHT), default=0) + TAG_WEIGHT * Coalesce(
        Subquery(number_shared), 0
    )
    candidates = posts.filter(close | Q(translation_key__in=chosen), locale_id=post.locale_id)
    order = [closeness.desc(), *posts.query.order_by]
    if chosen:
        # Not otherwise: PostgreSQL takes a number alone for the number of a column.
        order.insert(0, place)
    ranked = candidates.exclude(pk=post.pk).order_by(*order)
    return list(ranked[:RELATED_POSTS])


@dataclass(frozen=True)
class Onward:
    """What the end of a post offers, no post twice."""

    parts: Parts | None
    neighbours: Neighbours
    related: list


def onward(post, posts) -> Onward:
    """Return where to go from a post; another post stands in the first of these places that would have it:
    the series, what was chosen by hand, previous and next, what is close.
    """
    around = surroundings(post, posts)
    series, beside = parts(post, around), neighbours(post, around)
    in_series = {part.pk for part in series.posts} if series else set()
    offered = related(post, posts.exclude(pk__in=in_series), beside.keys())
    return Onward(series, beside.without(in_series | {other.pk for other in offered}), offered)
