"""What a reader finds in the blog's listings, and what nobody may find there."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests import factories


@pytest.fixture
def post(blog):
    return factories.BlogPostPageFactory(
        parent=blog, title="A public post", published_on=datetime.date(2026, 3, 12)
    )


LISTINGS = ["/blog/", "/blog/category/tools/", "/blog/tag/looms/", "/blog/2026/", "/blog/2026/3/"]


@pytest.fixture
def filed_post(post):
    post.category = factories.CategoryFactory(name="Tools", slug="tools")
    post.tags.add("Looms")
    post.save()
    return post


@pytest.mark.parametrize("address", LISTINGS)
def test_every_listing_shows_a_public_post(client, filed_post, address):
    response = client.get(address)
    assert response.status_code == 200
    assert filed_post.title in response.content.decode()


def hide_by_unpublishing(post):
    post.unpublish()


def hide_by_expiry(post):
    post.expire_at = timezone.now() - datetime.timedelta(minutes=1)
    post.save()


def hide_by_login(post):
    PageViewRestriction.objects.create(page=post, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize("hide", [hide_by_unpublishing, hide_by_expiry, hide_by_login])
@pytest.mark.parametrize(
    "address", [*LISTINGS, "/", "/people/ada/", "/sitemap.xml", "/search/?q=public"]
)
def test_no_public_surface_shows_a_hidden_post(client, filed_post, people_index, hide, address):
    factories.sign(filed_post, factories.PersonFactory(slug="ada"))
    hide(filed_post)
    response = client.get(address)
    text = response.content.decode()
    assert filed_post.title not in text
    assert f"/blog/{filed_post.slug}/" not in text


def test_newest_posts_come_first(client, blog):
    for day in (3, 21, 9):
        factories.BlogPostPageFactory(
            parent=blog, title=f"Day {day}", published_on=datetime.date(2026, 5, day)
        )
    titles = [post.title for post in client.get("/blog/").context["posts"]]
    assert titles == ["Day 21", "Day 9", "Day 3"]


@pytest.mark.parametrize("page", ["x", "0", "-1", "2", "1.5", "9" * 40, "%00"])
def test_a_page_number_that_leads_nowhere_is_404(client, post, page):
    assert client.get(f"/blog/?page={page}").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/blog/category/nothing/",
        "/blog/tag/nothing/",
        "/blog/2019/",
        "/blog/2026/13/",
        "/blog/0/",
        "/blog/99999/",
        "/blog/2026/4/",
    ],
)
def test_a_listing_of_nothing_that_exists_is_404(client, filed_post, address):
    assert client.get(address).status_code == 404


def test_an_empty_listing_says_so_and_leads_somewhere_else(client, blog):
    factories.CategoryFactory(slug="tools")
    for address, way_on in (("/blog/", "Home page"), ("/blog/category/tools/", "All posts")):
        text = client.get(address).content.decode()
        assert "Nothing is published here yet." in text
        assert f">{way_on}</a>" in text
        assert 'role="search"' in text


def test_later_pages_have_their_own_title_and_canonical(client, blog):
    for number in range(13):
        factories.BlogPostPageFactory(parent=blog, slug=f"p{number}")
    text = client.get("/blog/?page=2").content.decode()
    assert "<title>Blog, page 2 – Vetrina</title>" in text
    assert '<link rel="canonical" href="http://localhost/blog/?page=2">' in text


def test_a_category_says_what_it_is(client, filed_post):
    filed_post.category.description = "What we work with."
    filed_post.category.save()
    text = client.get("/blog/category/tools/").content.decode()
    assert text.count("What we work with.") >= 2
    assert "<title>Tools · Blog – Vetrina</title>" in text


def test_a_category_of_another_language_is_404(client, post):
    factories.CategoryFactory(slug="attrezzi", locale=factories.locale("it"))
    assert client.get("/blog/category/attrezzi/").status_code == 404


def test_a_byline_keeps_its_order_and_leaves_out_unpublished_people(client, blog):
    ada, bea, never_published = (
        factories.PersonFactory(name=name, live=name != "Never Published")
        for name in ("Ada", "Bea", "Never Published")
    )
    post = factories.BlogPostPageFactory(parent=blog)
    factories.sign(post, bea, never_published, ada)
    assert [person.name for person in post.byline] == ["Bea", "Ada"]
    text = client.get(post.url).content.decode()
    assert "Never Published" not in text
