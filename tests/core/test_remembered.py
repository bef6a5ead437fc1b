"""What is remembered between requests is forgotten at every door by which it changes."""

import pytest
from wagtail.models import PageViewRestriction, Site

from core.frame import frame_of
from core.models import BrandSettings, Footer, Navigation
from tests import factories


@pytest.fixture
def about(home):
    page = factories.ContentPageFactory(parent=home, title="About us", slug="about")
    Navigation.objects.create(locale=home.locale, links=[("link", {"page": page})])
    Footer.objects.create(locale=home.locale, legal="Old seat")
    return page


def publish_new_title(page):
    page.title = "New title"
    page.save_revision().publish()


def unpublish(page):
    page.unpublish()


def change_slug(page):
    page.slug = "who-we-are"
    page.save_revision().publish()


def close(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def delete(page):
    page.delete()


def change_menu(page):
    menu = Navigation.objects.get()
    menu.links = []
    menu.save()


@pytest.mark.parametrize(
    "change", [publish_new_title, unpublish, change_slug, close, delete, change_menu]
)
def test_the_menu_follows_every_change_at_once(client, about, change):
    old = '<a href="/about/">About us</a>'
    assert old in client.get("/").content.decode()
    change(about)
    assert old not in client.get("/").content.decode()


def test_the_footer_and_the_brand_follow_at_once(client, about):
    assert "Old seat" in client.get("/").content.decode()
    footer = Footer.objects.get()
    footer.legal = "New seat"
    footer.save()
    brand = BrandSettings.for_site(Site.objects.get())
    brand.name = "New name"
    brand.save()
    text = client.get("/").content.decode()
    assert "New seat" in text
    assert "Old seat" not in text
    assert "New name" in text


def test_an_address_that_is_remembered_follows_a_move(client, home, blog, people_index):
    ada = factories.PersonFactory(slug="ada")
    post = factories.sign(factories.BlogPostPageFactory(parent=blog), ada)
    assert "/people/ada/" in client.get(post.url).content.decode()
    people_index.unpublish()
    assert "/people/ada/" not in client.get(post.url).content.decode()


def test_one_query_tells_that_nothing_has_changed(client, about, django_assert_num_queries):
    request = client.get("/").wsgi_request
    del request._frame
    with django_assert_num_queries(0):
        frame_of(request)
