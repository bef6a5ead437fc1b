"""What the rules of feeds ask for, who finds them and what they cost."""

import re

import pytest
from bs4 import BeautifulSoup
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import Tag
from tests import factories
from tests.blog.feeds import SITE, VARIANTS, make_post, read

MEDIA_TYPES = {
    "/": "application/rss+xml",
    "atom/": "application/atom+xml",
    "json/": "application/feed+json",
}
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
READER = "application/atom+xml,application/rss+xml,application/xml;q=0.9,*/*;q=0.1"


def media_type(address: str) -> str:
    return next(value for end, value in reversed(MEDIA_TYPES.items()) if address.endswith(end))


@pytest.fixture
def post(blog, people_index):
    return make_post(blog, title="Looms", slug="looms")


@pytest.mark.parametrize("address", VARIANTS)
def test_a_feed_names_itself_and_every_address_in_it_is_absolute(client, post, address):
    document = read(client, address)
    assert document.address == SITE + address
    (item,) = document.items
    for url in (document.home, item.link, *(url for url, _length, _type in item.enclosures)):
        assert url.startswith(f"{SITE}/")


@pytest.mark.parametrize("address", VARIANTS)
def test_a_program_gets_the_media_type_of_the_format(client, post, address):
    for headers in ({}, {"accept": "*/*"}, {"accept": READER}, {"accept": "text/html"}):
        response = client.get(address, headers=headers)
        assert response["Content-Type"] == f"{media_type(address)}; charset=utf-8"
        assert response["Cache-Control"] == "public, max-age=300"
        assert "Accept" in response["Vary"].split(", ")


@pytest.mark.parametrize("address", ["/blog/feed/", "/blog/feed/atom/"])
def test_a_browser_gets_xml_with_the_stylesheets_of_the_site(client, post, address):
    response = client.get(address, headers={"accept": BROWSER})
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    sheets = re.findall(rb'<\?xml-stylesheet href="([^"]+)" type="text/css"\?>', response.content)
    assert sheets[0] == b"/static/css/feed.css"
    assert client.get(sheets[1].decode()).status_code == 200


@pytest.mark.parametrize("address", VARIANTS)
def test_control_characters_leave_a_feed_well_formed(client, blog, people_index, address):
    post = make_post(blog, title="A\x0bB\x00"[:3], slug="looms")
    post.lead = "<p>Form\x0cfeed &#8; \ufffe</p>"
    post.category.name = "To\x01ols"
    post.category.save()
    post.save()
    (item,) = read(client, address).items
    assert item.title == "AB"
    assert "Formfeed" in item.html
    assert item.categories[0] == "Tools"


def test_ids_are_unique_and_outlive_title_slug_and_domain(client, blog, post):
    for number in range(3):
        factories.BlogPostPageFactory(parent=blog, title=f"Other {number}")
    before = {item.id for item in read(client, "/blog/feed/").items}
    assert len(before) == 4
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one) for one in before)
    post.title, post.slug = "New title", "new-slug"
    post.save_revision().publish()
    site = post.get_site()
    site.hostname = "example.org"
    site.save()
    assert {item.id for item in read(client, "/blog/feed/atom/").items} == before


NOTHING = [
    "category/nothing/feed/",
    "category/attrezzi/feed/",
    "tag/nothing/feed/",
    "tag/unused/feed/",
    "author/nobody/feed/",
    "author/gone/feed/",
    "author/draft/feed/",
    "author/nobody/",
    "author/gone/",
    "feed/rss/",
    "feed/xml/",
    "feed/atom/json/",
]


def test_a_feed_of_nothing_that_exists_is_404(client, post):
    factories.CategoryFactory(slug="attrezzi", locale=factories.locale("it"))
    factories.PersonFactory(slug="gone", archived=True)
    factories.PersonFactory(slug="draft", live=False)
    Tag.objects.create(name="Unused", slug="unused")
    found = [one for one in NOTHING if client.get(f"/blog/{one}").status_code != 404]
    assert found == []


@pytest.mark.parametrize("kind", ["", "atom/", "json/"])
def test_an_author_without_posts_has_an_empty_feed(client, blog, kind):
    factories.PersonFactory(slug="new")
    assert read(client, f"/blog/author/new/feed/{kind}").items == []


def test_the_posts_of_an_author_have_one_address(client, post):
    response = client.get("/blog/author/ada/")
    assert (response.status_code, response["Location"]) == (301, "/people/ada/")


@pytest.mark.parametrize(
    ("shown", "announced"),
    [
        ("/blog/", ["/blog/"]),
        ("/blog/2026/", ["/blog/"]),
        ("/blog/category/tools/", ["/blog/category/tools/"]),
        ("/blog/tag/looms/", ["/blog/tag/looms/"]),
        ("/blog/looms/", ["/blog/", "/blog/category/tools/"]),
        ("/people/ada/", ["/blog/author/ada/"]),
        ("/people/", []),
    ],
)
def test_a_page_announces_the_feeds_that_carry_it(client, post, shown, announced):
    soup = BeautifulSoup(client.get(shown).content, "html.parser")
    links = soup.head.select("link[rel=alternate][type]:not([type='text/markdown'])")
    expected = [f"{place}feed/{kind}" for place in announced for kind in ("", "atom/", "json/")]
    assert [link["href"] for link in links] == expected
    assert len({link["title"] for link in links}) == len(links)
    for link in links:
        assert client.get(link["href"])["Content-Type"].startswith(link["type"])


@pytest.mark.parametrize(
    ("shown", "followed"),
    [
        ("/blog/", ["/blog/feed/"]),
        ("/blog/category/tools/", ["/blog/category/tools/feed/"]),
        ("/blog/tag/looms/", ["/blog/tag/looms/feed/"]),
        ("/people/ada/", ["/blog/author/ada/feed/"]),
        # It has no feed of its own, and another's would promise what it does not bring.
        ("/blog/2026/", []),
    ],
)
def test_a_reader_sees_the_feed_of_what_is_listed(client, post, shown, followed):
    links = BeautifulSoup(client.get(shown).content, "html.parser").select(".follow a")
    assert [link["href"] for link in links] == followed


def test_a_feed_written_anew_asks_as_often_for_twenty_full_posts_as_for_ten(client, post):
    def queries() -> int:
        caches["default"].clear()
        # The menu, the brand and the footer are remembered; the feed is not.
        client.get("/blog/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/blog/category/tools/feed/")
        return len(captured)

    def add(first, last):
        for number in range(first, last):
            copy = factories.BlogPostPageFactory(
                parent=post.get_parent(),
                title=f"Post {number}",
                cover=post.cover,
                category=post.category,
                body=post.body,
                lead=f'<p><a linktype="page" id="{post.pk}">Link {number}</a></p>',
            )
            copy.tags.add(f"Tag {number}")
            copy.save()
            factories.sign(copy, *post.byline)

    add(0, 10)
    queries()
    few = queries()
    # Where the bodies hold every kind of record; without them it is 14 (tests/test_query_budgets.py).
    assert few <= 24
    add(10, 40)
    queries()
    assert queries() == few
