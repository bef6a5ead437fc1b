"""The sitemap and its parts, read with a parser of its own kind."""

import datetime
import re

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from seo import sitemaps
from tests import factories
from tests.bulk import copy_post

NAMESPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
MOMENT = datetime.datetime(2026, 3, 4, 5, 6, 7, tzinfo=datetime.UTC)


def tree_of(client, address: str) -> etree._Element:
    response = client.get(address)
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    return etree.fromstring(response.getvalue())


def found(tree, path: str) -> list[str]:
    return [str(text) for text in tree.xpath(path, namespaces=NAMESPACES)]


def parts(client) -> list[str]:
    return found(tree_of(client, "/sitemap.xml"), "s:sitemap/s:loc/text()")


def addresses(client) -> list[str]:
    trees = [tree_of(client, part.removeprefix("http://localhost")) for part in parts(client)]
    return [address for tree in trees for address in found(tree, "s:url/s:loc/text()")]


@pytest.fixture
def post(blog):
    return factories.BlogPostPageFactory(parent=blog, slug="post", last_published_at=MOMENT)


def test_there_is_a_part_for_each_type_in_each_language(client, post):
    assert sorted(parts(client)) == [
        "http://localhost/sitemap/en/blogindexpage-1.xml",
        "http://localhost/sitemap/en/blogpostpage-1.xml",
        "http://localhost/sitemap/en/homepage-1.xml",
        "http://localhost/sitemap/it/homepage-1.xml",
    ]


def test_posts_people_categories_and_tags_are_listed_once(client, post, people_index):
    post.category = factories.CategoryFactory(slug="tools")
    post.tags.add("Looms")
    post.save()
    factories.PersonFactory(slug="ada")
    assert sorted(addresses(client)) == [
        "http://localhost/",
        "http://localhost/blog/",
        "http://localhost/blog/category/tools/",
        "http://localhost/blog/post/",
        "http://localhost/blog/tag/looms/",
        "http://localhost/it/",
        "http://localhost/people/",
        "http://localhost/people/ada/",
    ]


@pytest.mark.parametrize("change", [{"noindex": True}, {"canonical_url": "https://example.org/"}])
def test_what_search_engines_should_not_list_is_left_out(client, post, people_index, change):
    post.category = factories.CategoryFactory(slug="tools", **change)
    post.tags.add("Looms")
    post.save()
    factories.PersonFactory(slug="ada", **change)
    type(post.tags.get()).objects.update(**change)
    type(post).objects.filter(pk=post.pk).update(**change)
    kept = {"http://localhost/blog/", "http://localhost/people/"}
    assert {address for address in addresses(client) if address.count("/") > 3} == kept | {
        "http://localhost/it/"
    }


def test_the_last_change_is_the_one_of_the_text(client, post):
    tree = tree_of(client, "/sitemap/en/blogpostpage-1.xml")
    assert found(tree, "s:url/s:lastmod/text()") == ["2026-03-04T05:06:07+00:00"]
    assert "2026-03-04T05:06:07+00:00" in found(
        tree_of(client, "/sitemap.xml"), "s:sitemap/s:lastmod/text()"
    )


def test_a_listing_has_changed_when_a_post_has(client, post):
    post.category = factories.CategoryFactory(slug="tools")
    post.save()
    tree = tree_of(client, "/sitemap/en/blogindexpage-1.xml")
    lines = found(tree, "s:url[contains(s:loc, '/category/tools/')]/s:lastmod/text()")
    assert lines == ["2026-03-04T05:06:07+00:00"]


def test_alternates_are_those_of_the_page(client, home, italian_home):
    tree = tree_of(client, "/sitemap/it/homepage-1.xml")
    links = tree.findall(".//xhtml:link", NAMESPACES)
    listed = {link.get("hreflang"): link.get("href") for link in links}
    text = client.get("/it/").content.decode()
    assert listed == dict(re.findall(r'hreflang="([^"]*)" href="(http[^"]*)"', text))
    assert set(listed) == {"en", "it", "x-default"}


def hreflang_of(client, address: str) -> dict[str, str]:
    """What the head of a page says of its translations."""
    text = client.get(address.removeprefix("http://localhost")).content.decode()
    return dict(re.findall(r'hreflang="([^"]*)" href="(http[^"]*)"', text))


def alternates_of(client, part: str, address: str) -> dict[str, str]:
    """What the sitemap says of them."""
    path = f"s:url[s:loc='{address}']/xhtml:link"
    links = tree_of(client, part).xpath(path, namespaces=NAMESPACES)
    return {link.get("hreflang"): link.get("href") for link in links}


@pytest.fixture
def two_blogs(post, italian_home):
    """A category and a tag with a post in each language; returns both categories."""
    blog = factories.BlogIndexPageFactory(
        parent=italian_home,
        locale=italian_home.locale,
        translation_key=post.get_parent().translation_key,
    )
    italian = factories.BlogPostPageFactory(parent=blog, locale=blog.locale)
    english = factories.CategoryFactory(slug="tools")
    translated = factories.CategoryFactory(
        slug="attrezzi", locale=blog.locale, translation_key=english.translation_key
    )
    for one, category in ((post, english), (italian, translated)):
        one.category = category
        one.tags.add("Looms")
        one.save()
    return english, translated


@pytest.mark.parametrize("path", ["category/tools/", "tag/looms/"])
def test_alternates_of_a_listing_are_those_of_its_head(client, two_blogs, path):
    address = f"http://localhost/blog/{path}"
    listed = alternates_of(client, "/sitemap/en/blogindexpage-1.xml", address)
    assert set(listed) == {"en", "it", "x-default"}
    assert listed == hreflang_of(client, address)
    italian = listed["it"]
    assert alternates_of(client, "/sitemap/it/blogindexpage-1.xml", italian) == listed
    assert hreflang_of(client, italian) == listed


@pytest.mark.parametrize("change", [{"noindex": True}, {"canonical_url": "https://example.org/"}])
def test_a_hidden_translation_of_a_category_is_no_alternate(client, two_blogs, change):
    type(two_blogs[1]).objects.filter(pk=two_blogs[1].pk).update(**change)
    address = "http://localhost/blog/category/tools/"
    assert alternates_of(client, "/sitemap/en/blogindexpage-1.xml", address) == {}
    assert hreflang_of(client, address) == {}


@pytest.mark.parametrize(
    ("change", "languages"), [({}, {"en", "it", "x-default"}), ({"noindex": True}, set())]
)
def test_a_hidden_translation_of_a_profile_is_no_alternate(
    client, people_index, italian_home, change, languages
):
    index = factories.PeopleIndexPageFactory(
        parent=italian_home,
        locale=italian_home.locale,
        translation_key=people_index.translation_key,
    )
    ada = factories.PersonFactory(slug="ada")
    factories.PersonFactory(
        slug="ada", locale=index.locale, translation_key=ada.translation_key, **change
    )
    address = "http://localhost/people/ada/"
    listed = alternates_of(client, "/sitemap/en/peopleindexpage-1.xml", address)
    assert set(listed) == languages
    assert hreflang_of(client, address) == listed
    # Readers may still switch to it.
    assert "/it/people/ada/" in client.get("/people/ada/").content.decode()


def test_a_hidden_translation_is_no_alternate(client, italian_home):
    italian_home.noindex = True
    italian_home.save()
    tree = tree_of(client, "/sitemap/en/homepage-1.xml")
    assert tree.findall(".//xhtml:link", NAMESPACES) == []


def test_a_cover_that_was_shown_is_listed(client, post):
    post.cover = factories.make_image(size=(1600, 900))
    post.save()
    client.get(post.url)
    tree = tree_of(client, "/sitemap/en/blogpostpage-1.xml")
    (address,) = found(tree, ".//image:loc/text()")
    assert default_storage.exists(address.removeprefix("http://localhost/media/"))


@pytest.mark.parametrize(
    "name", ["en/blogpostpage-2", "en/nothing-1", "de/homepage-1", "en/homepage-0"]
)
def test_a_part_that_is_not_there_is_missing(client, post, name):
    assert client.get(f"/sitemap/{name}.xml").status_code == 404


def test_a_site_may_be_larger_than_a_part(client, post, monkeypatch):
    monkeypatch.setattr(sitemaps, "KEYS_PER_PART", 3)
    copy_post(post, 6)
    posts = [part for part in parts(client) if "blogpostpage" in part]
    assert len(posts) == len({page.pk // 3 for page in type(post).objects.all()}) > 2
    listed = addresses(client)
    assert len([address for address in listed if "/blog/" in address]) == 1 + 7
    assert len(set(listed)) == len(listed)


def test_a_page_that_goes_moves_no_other_to_another_part(client, post, monkeypatch):
    monkeypatch.setattr(sitemaps, "KEYS_PER_PART", 3)
    copy_post(post, 6)
    last = parts(client)[-1]
    before = tree_of(client, last.removeprefix("http://localhost"))
    type(post).objects.filter(pk=post.pk).update(live=False)
    after = tree_of(client, last.removeprefix("http://localhost"))
    assert found(after, "s:url/s:loc/text()") == found(before, "s:url/s:loc/text()")


@pytest.mark.slow
def test_a_part_is_written_while_it_is_sent_with_a_constant_number_of_queries(client, post):
    copy_post(post, 2 * sitemaps.AT_ONCE)
    address = "/sitemap/en/blogpostpage-1.xml"
    client.get(address).getvalue()
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
        assert response.streaming
        pieces = list(response.streaming_content)
    assert len(pieces) == 2 + 3
    assert len(captured.captured_queries) <= 6 + 2 * 3
