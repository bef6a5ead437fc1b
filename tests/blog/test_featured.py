"""The post that opens the blog: chosen by an editor, public, and never there twice."""

import datetime

import pytest
from django.utils import timezone

from blog.models.index import POSTS_PER_PAGE
from tests import factories

TOTAL = POSTS_PER_PAGE + 3


@pytest.fixture
def posts(blog):
    return [
        factories.BlogPostPageFactory(
            parent=blog,
            slug=f"p{number}",
            published_on=datetime.date(2026, 1, 1) + datetime.timedelta(days=number),
        )
        for number in range(TOTAL)
    ]


def shown(client, address: str) -> list[str]:
    return [post.slug for post in client.get(address).context["posts"]]


def feature(blog, post) -> None:
    blog.featured_post = post
    blog.save()


def test_without_a_choice_the_newest_leads(client, blog, posts):
    assert shown(client, "/blog/")[0] == f"p{TOTAL - 1}"


def test_the_chosen_post_leads_and_every_post_stands_once(client, blog, posts):
    feature(blog, posts[0])
    first, second = shown(client, "/blog/"), shown(client, "/blog/?page=2")
    newest_first = [f"p{number}" for number in reversed(range(1, TOTAL))]
    assert first + second == ["p0", *newest_first]
    assert len(first) == POSTS_PER_PAGE


def test_it_leads_the_blog_and_no_other_listing(client, blog, posts):
    feature(blog, posts[0])
    assert shown(client, "/blog/2026/")[0] == f"p{TOTAL - 1}"


def hide_by_unpublishing(post):
    post.unpublish()


def hide_by_expiry(post):
    post.expire_at = timezone.now() - datetime.timedelta(minutes=1)
    post.save()


@pytest.mark.parametrize("hide", [hide_by_unpublishing, hide_by_expiry])
def test_a_chosen_post_that_is_not_public_does_not_lead(client, blog, posts, hide):
    feature(blog, posts[0])
    hide(posts[0])
    first = shown(client, "/blog/")
    assert first[0] == f"p{TOTAL - 1}"
    assert "p0" not in first


def test_a_deleted_choice_leaves_the_blog_standing(client, blog, posts):
    feature(blog, posts[0])
    posts[0].delete()
    assert shown(client, "/blog/")[0] == f"p{TOTAL - 1}"


def test_a_choice_made_in_another_language_leads_as_its_translation(
    client, home, italian_home, blog
):
    original = factories.BlogPostPageFactory(parent=blog)
    twin_blog = blog.copy_for_translation(italian_home.locale)
    feature(twin_blog, original)
    twin_blog.save_revision().publish()
    newest, translated = (
        factories.BlogPostPageFactory(
            parent=twin_blog, locale=italian_home.locale, published_on=day, **fields
        )
        for day, fields in (
            (datetime.date(2026, 6, 1), {"slug": "newest"}),
            (
                datetime.date(2026, 1, 1),
                {"slug": "chosen", "translation_key": original.translation_key},
            ),
        )
    )
    assert shown(client, "/it/blog/") == [translated.slug, newest.slug]
    italian_home.featured_post = original
    italian_home.save()
    assert client.get("/it/").context["lead_story"] == translated
