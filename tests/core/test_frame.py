"""Menu, footer and language switch around every page."""

import pytest
from django.utils import translation
from wagtail.models import Site

from core.blocks.links import LinkBlock
from core.models import Footer, Navigation
from tests import factories


@pytest.fixture
def about(home):
    return factories.ContentPageFactory(parent=home, title="About us", slug="about")


def test_the_menu_of_the_language_is_shown(client, about):
    Navigation.objects.create(
        locale=about.locale,
        links=[
            ("link", {"page": about}),
            ("link", {"text": "Elsewhere", "url": "https://example.org/"}),
        ],
        action=[("link", {"text": "Write to us", "email": "us@example.org"})],
    )
    text = client.get("/").content.decode()
    assert '<a href="/about/">About us</a>' in text
    assert "https://example.org/" in text
    assert "mailto:us@example.org" in text
    assert "About us" not in client.get("/it/").content.decode()


def test_the_menu_marks_where_one_is(client, about):
    Navigation.objects.create(locale=about.locale, links=[("link", {"page": about})])
    assert 'href="/about/" aria-current="page"' in client.get("/about/").content.decode()
    assert 'href="/about/" aria-current' not in client.get("/").content.decode()


def test_a_link_leads_to_the_page_in_the_language_that_is_read(client, about, italian_home):
    Navigation.objects.create(locale=italian_home.locale, links=[("link", {"page": about})])
    assert '<a href="/about/">About us</a>' in client.get("/it/").content.decode()
    twin = about.copy_for_translation(italian_home.locale)
    twin.title, twin.slug = "Chi siamo", "chi-siamo"
    twin.save_revision().publish()
    assert '<a href="/it/chi-siamo/">Chi siamo</a>' in client.get("/it/").content.decode()
    restriction = twin.view_restrictions.create(restriction_type="login")
    assert "Chi siamo" not in client.get("/it/").content.decode()
    restriction.delete()
    assert "Chi siamo" in client.get("/it/").content.decode()


def test_a_link_in_its_own_language_asks_nothing(about, django_assert_num_queries):
    link = LinkBlock().to_python({"page": about.pk})
    assert link["page"].pk == about.pk
    Site.get_site_root_paths()
    with translation.override("en"), django_assert_num_queries(0):
        assert link.href == "/about/"


def test_a_link_to_an_unpublished_page_disappears(client, about):
    Navigation.objects.create(locale=about.locale, links=[("link", {"page": about})])
    about.unpublish()
    assert "About us" not in client.get("/").content.decode()


def test_the_footer_is_shown(client, about):
    Footer.objects.create(
        locale=about.locale,
        text="<p>A few words.</p>",
        legal="Telaio s.c.",
        columns=[("column", {"title": "Read", "links": [{"page": about}]})],
    )
    footer = client.get("/").content.decode().split("<footer")[1]
    for words in ("A few words.", "Telaio s.c.", "Read", "About us"):
        assert words in footer


def test_the_switch_leads_to_the_same_page_or_to_the_other_home(client, home, italian_home, about):
    links = {link.code: link for link in client.get("/about/").context["languages"]}
    assert links["it"].url == "/it/"
    assert not links["it"].is_translated
    twin = about.copy_for_translation(italian_home.locale)
    twin.slug = "chi-siamo"
    twin.save_revision().publish()
    links = {link.code: link for link in client.get("/about/").context["languages"]}
    assert links["it"].url == "http://localhost/it/chi-siamo/"
    assert links["it"].is_translated
    assert links["en"].is_current


def test_a_site_of_one_language_shows_no_switch(client, home, settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English")]
    assert client.get("/").context["languages"] == []


@pytest.mark.parametrize("address", ["/fr/", "/en/", "/it/about/", "/it/it/"])
def test_an_address_of_no_language_is_404(client, about, address):
    assert client.get(address).status_code == 404


def test_a_prefix_never_shows_another_language(client, home, italian_home):
    italian_home.unpublish()
    assert client.get("/it/").status_code == 404
    assert client.get("/").status_code == 200


def test_the_page_says_its_language(client, home):
    assert '<html lang="en"' in client.get("/").content.decode()
    assert '<html lang="it"' in client.get("/it/").content.decode()
