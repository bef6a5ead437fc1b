"""Sitemap and robots.txt, read with real parsers."""

from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest

from tests import factories

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def addresses(client) -> set[str]:
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314
    return {element.text for element in tree.findall("s:url/s:loc", NAMESPACE)}


@pytest.fixture
def post(blog):
    return factories.BlogPostPageFactory(parent=blog, slug="post")


def test_every_language_posts_people_and_categories_are_listed(client, post, people_index):
    post.category = factories.CategoryFactory(slug="tools")
    post.save()
    factories.PersonFactory(slug="ada")
    assert {
        "http://localhost/",
        "http://localhost/it/",
        "http://localhost/blog/",
        "http://localhost/blog/post/",
        "http://localhost/blog/category/tools/",
        "http://localhost/people/ada/",
    } <= addresses(client)


@pytest.mark.parametrize("change", [{"noindex": True}, {"canonical_url": "https://example.org/"}])
def test_what_search_engines_should_not_list_is_left_out(client, post, change):
    type(post).objects.filter(pk=post.pk).update(**change)
    assert "http://localhost/blog/post/" not in addresses(client)


def test_robots_names_the_sitemap_and_closes_the_admin(client, home):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    parser = RobotFileParser()
    parser.parse(response.content.decode().splitlines())
    assert parser.site_maps() == ["http://localhost/sitemap.xml"]
    assert not parser.can_fetch("*", "http://localhost/admin/login/")
    assert parser.can_fetch("*", "http://localhost/search/?q=a")
