"""The block of related posts: what editors chose, else the latest, and never what is not public."""

import datetime

import pytest
from bs4 import BeautifulSoup

from tests import factories


@pytest.fixture
def posts(blog):
    return [
        factories.BlogPostPageFactory(
            parent=blog, title=f"Story {day}", published_on=datetime.date(2026, 5, day)
        )
        for day in range(1, 6)
    ]


def titles(client, page) -> list[str]:
    shown = BeautifulSoup(client.get(page.url).content, "html.parser")
    return [title.get_text() for title in shown.select(".related_posts h3")]


def page_with(home, **value):
    return factories.ContentPageFactory(parent=home, body=[("related_posts", value)])


def test_the_latest_come_by_themselves(client, home, posts):
    assert titles(client, page_with(home)) == ["Story 5", "Story 4", "Story 3"]


def test_the_latest_may_be_those_of_a_category(client, home, posts):
    posts[1].category = category = factories.CategoryFactory()
    posts[1].save()
    assert titles(client, page_with(home, category=category)) == ["Story 2"]


def test_chosen_posts_keep_their_order_and_those_that_are_not_public_are_left_out(
    client, home, posts
):
    posts[2].unpublish()
    chosen = [posts[0], posts[2], posts[4]]
    page = page_with(home, selection="chosen", posts=chosen)
    assert titles(client, page) == ["Story 1", "Story 5"]


def test_a_post_is_not_related_to_itself(client, posts):
    post = posts[4]
    post.body = [("related_posts", {"selection": "latest"})]
    post.save()
    assert titles(client, post) == ["Story 4", "Story 3", "Story 2"]


def test_another_language_has_its_own_latest(client, home, italian_home, posts):
    page = factories.ContentPageFactory(
        parent=italian_home, locale=factories.locale("it"), body=[("related_posts", {})]
    )
    assert titles(client, page) == []
