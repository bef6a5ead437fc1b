"""Where a reader goes from a post: previous, next, the parts of a series, related posts."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.models import BlogPostPage
from blog.onward import neighbours, onward, parts, related, surroundings
from tests import factories


def make(blog, day=1, **fields):
    return factories.BlogPostPageFactory(
        parent=blog, published_on=datetime.date(2026, 5, day), **fields
    )


def listed():
    return BlogPostPage.objects.listed()


def around(post):
    found = neighbours(post, surroundings(post, listed()))
    return found.previous, found.next


def parts_of(post):
    return parts(post, surroundings(post, listed()))


def hide(post):
    post.expire_at = timezone.now() - datetime.timedelta(minutes=1)
    post.save()


@pytest.fixture
def italian_blog(italian_home):
    return factories.BlogIndexPageFactory(parent=italian_home, locale=factories.locale("it"))


def test_neighbours_follow_the_dates_that_readers_see(blog):
    late, early, middle = make(blog, 20), make(blog, 3), make(blog, 9)
    assert around(middle) == (early, late)
    assert around(early) == (None, middle)
    assert around(late) == (middle, None)


def test_posts_of_one_day_keep_the_order_of_the_listing(blog):
    noon = timezone.now()
    for moment in (None, noon, noon, noon - datetime.timedelta(hours=3), None):
        make(blog, 9, first_published_at=moment)
    newest_first = list(listed())
    for place, post in enumerate(newest_first):
        older = newest_first[place + 1] if place + 1 < len(newest_first) else None
        newer = newest_first[place - 1] if place else None
        assert around(post) == (older, newer)


def test_neighbours_are_public_and_of_the_same_blog(blog, italian_blog):
    first, hidden, middle = make(blog, 1), make(blog, 4), make(blog, 5)
    hide(hidden)
    make(blog, 6, live=False)
    make(italian_blog, 7, locale=italian_blog.locale)
    assert around(middle) == (first, None)


def test_a_post_that_has_no_date_yet_has_no_neighbours(blog):
    make(blog)
    draft = make(blog, live=False)
    draft.published_on = None
    assert around(draft) == (None, None)


def test_parts_follow_their_numbers_then_their_dates(blog):
    series = factories.SeriesFactory(title="Looms")
    third, first, late, early = (
        make(blog, day, series=series, series_position=position)
        for day, position in ((1, 3), (2, 1), (20, None), (9, None))
    )
    found = parts_of(early)
    assert found.posts == [first, third, early, late]
    assert found.number == 3
    assert found.series == series


def test_a_series_counts_only_what_readers_can_open(client, blog):
    series = factories.SeriesFactory(title="Looms", description="All about looms.")
    posts = [make(blog, n, series=series, series_position=n, title=f"Loom {n}") for n in (1, 2, 3)]
    hide(posts[1])
    text = client.get(posts[2].url).content.decode()
    assert "Part 2 of 2: Looms" in text
    assert "All about looms." in text
    assert "Loom 2" not in text
    assert '<span class="series-current" aria-current="page">Loom 3</span>' in text


def test_a_series_keeps_to_its_language(blog, italian_blog):
    series = factories.SeriesFactory()
    english = make(blog, series=series)
    make(italian_blog, series=series, locale=italian_blog.locale)
    assert parts_of(english) is None


def test_one_part_alone_is_no_series_yet(client, blog):
    post = make(blog, series=factories.SeriesFactory(title="Looms"))
    text = client.get(post.url).content.decode()
    assert "Looms" not in text


def test_posts_of_no_series_are_no_parts_of_one(blog):
    first, post, third, _far = (make(blog, day) for day in (1, 2, 3, 9))
    assert set(surroundings(post, listed())) == {first, third}
    assert parts_of(post) is None


def test_an_undated_draft_of_a_series_has_its_parts_and_no_neighbours(blog):
    series = factories.SeriesFactory()
    first, draft = make(blog, series=series), make(blog, series=series, live=False)
    draft.published_on = None
    assert parts_of(draft).posts == [first, draft]
    assert around(draft) == (None, None)


def test_a_preview_shows_the_place_that_is_not_saved_yet(blog):
    series = factories.SeriesFactory()
    second = make(blog, 2, series=series, series_position=2)
    moved = make(blog, 1, series=series, series_position=1)
    moved.series_position = 9
    assert parts_of(moved).posts == [second, moved]


def tagged(blog, day, tags=(), **fields):
    post = make(blog, day, **fields)
    post.tags.add(*tags)
    post.save()
    return BlogPostPage.objects.get(pk=post.pk)


def test_what_is_chosen_by_hand_comes_first_in_its_order(blog):
    category = factories.CategoryFactory()
    post, close = (make(blog, day, category=category) for day in (1, 2))
    one, two = make(blog, 3), make(blog, 4)
    factories.choose_related(post, two, one)
    assert related(post, listed()) == [two, one, close]


def test_what_was_chosen_in_another_language_is_offered_as_its_translation(blog, italian_blog):
    post, chosen = make(blog, 1), make(blog, 2)
    copy, translated = (
        make(
            italian_blog,
            original.published_on.day,
            locale=italian_blog.locale,
            translation_key=original.translation_key,
        )
        for original in (post, chosen)
    )
    factories.choose_related(copy, chosen)
    assert related(copy, listed()) == [translated]


def test_free_places_go_to_what_has_most_in_common(blog):
    category = factories.CategoryFactory()
    post = tagged(blog, 1, ["wool", "dye", "loom"], category=category)
    two_tags = tagged(blog, 2, ["wool", "dye"])
    category_alone = tagged(blog, 20, [], category=category)
    category_and_tag = tagged(blog, 3, ["loom"], category=category)
    tagged(blog, 25, ["wool"])
    tagged(blog, 26, ["iron"])
    assert related(post, listed()) == [category_and_tag, two_tags, category_alone]


def test_of_equally_close_posts_the_newer_comes_first(blog):
    category = factories.CategoryFactory()
    post, old, new = (make(blog, day, category=category) for day in (9, 1, 20))
    assert related(post, listed()) == [new, old]


def test_related_posts_are_public_of_the_same_language_and_never_the_post_itself(
    blog, italian_blog
):
    category = factories.CategoryFactory()
    post, hidden, draft = (make(blog, category=category) for _ in range(3))
    foreign = make(italian_blog, category=category, locale=italian_blog.locale)
    hide(hidden)
    draft.unpublish()
    factories.choose_related(post, hidden, draft, foreign, post)
    assert related(post, listed()) == []


def test_a_post_that_shares_nothing_offers_nothing(blog):
    post = make(blog)
    make(blog)
    assert related(post, listed()) == []


def ways_from(post):
    """Return the titles that the end of a post shows: in the series, before and after, to read next."""
    found = onward(post, listed())
    beside = (found.neighbours.previous, found.neighbours.next)
    return (
        [part.title for part in found.parts.posts] if found.parts else [],
        [other.title if other else "" for other in beside],
        [other.title for other in found.related],
    )


def test_no_post_is_offered_twice(blog):
    category, series = factories.CategoryFactory(), factories.SeriesFactory()
    posts = [make(blog, day, title=f"Day {day}", category=category) for day in range(1, 7)]
    assert ways_from(posts[2]) == ([], ["Day 2", "Day 4"], ["Day 6", "Day 5", "Day 1"])
    factories.choose_related(posts[2], posts[3])
    assert ways_from(posts[2]) == ([], ["Day 2", ""], ["Day 4", "Day 6", "Day 5"])
    for post in posts[1:4]:
        post.series = series
        post.save()
    in_series = ["Day 2", "Day 3", "Day 4"]
    assert ways_from(posts[2]) == (in_series, ["", ""], ["Day 6", "Day 5", "Day 1"])


def test_each_costs_as_few_queries_as_it_may(blog):
    series, category = factories.SeriesFactory(), factories.CategoryFactory()
    posts = [make(blog, n, series=series, category=category) for n in range(1, 9)]
    post = BlogPostPage.objects.get(pk=posts[4].pk)
    post.tags.add("wool")
    post.save()
    costs = {surroundings: 1, related: 3, onward: 4}
    for function, cost in costs.items():
        fresh = BlogPostPage.objects.get(pk=post.pk)
        with CaptureQueriesContext(connection) as captured:
            assert function(fresh, listed())
        assert len(captured) <= cost, [query["sql"] for query in captured.captured_queries]


def test_a_visitor_finds_all_of_them(client, blog):
    category = factories.CategoryFactory()
    for day in (1, 2, 3, 4):
        make(blog, day, title=f"Day {day}", slug=f"day-{day}", category=category)
    text = client.get("/blog/day-2/").content.decode()
    assert '<a href="/blog/day-1/" rel="prev">' in text
    assert '<a href="/blog/day-3/" rel="next">' in text
    assert "Read next" in text
