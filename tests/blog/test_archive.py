"""The blog by year and month: every month with posts is linked, and no other."""

import datetime

import pytest

from tests import factories


@pytest.fixture
def posts(blog):
    for year, month in ((2025, 11), (2026, 3), (2026, 3), (2026, 5)):
        factories.BlogPostPageFactory(parent=blog, published_on=datetime.date(year, month, 2))
    factories.BlogPostPageFactory(parent=blog, published_on=datetime.date(2019, 1, 1), live=False)


def test_the_blog_links_its_years(client, posts):
    text = client.get("/blog/").content.decode()
    assert 'href="/blog/2026/"' in text
    assert 'href="/blog/2025/"' in text
    assert "/blog/2019/" not in text


def test_a_year_links_its_months_latest_first(client, posts):
    text = client.get("/blog/2026/").content.decode()
    assert text.index('href="/blog/2026/5/"') < text.index('href="/blog/2026/3/"')
    assert "/blog/2026/4/" not in text
    assert "/blog/2025/11/" not in text


def test_a_month_has_its_posts_and_its_own_address(client, posts):
    response = client.get("/blog/2026/3/")
    assert len(response.context["posts"]) == 2
    text = response.content.decode()
    assert "<title>March 2026 · Blog – Vetrina</title>" in text
    assert 'href="http://localhost/blog/2026/3/"' in text
    assert 'href="/blog/2026/3/" aria-current="page"' in text


def test_one_year_on_one_page_is_not_offered_again(client, blog):
    factories.BlogPostPageFactory(parent=blog, published_on=datetime.date(2026, 3, 2))
    assert 'href="/blog/2026/"' not in client.get("/blog/").content.decode()
    assert 'href="/blog/2026/3/"' in client.get("/blog/2026/").content.decode()
