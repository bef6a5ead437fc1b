"""The switch, and what leads from a language to the others: hreflang, Open Graph, sitemap."""

import datetime
import re

import pytest

from blog.models import BlogPostPage
from tests import factories

ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="http://localhost([^"]+)"')
SITEMAP_LINK = re.compile(r'hreflang="([^"]+)" href="http://localhost([^"]+)"')


@pytest.fixture
def blogs(blog, italian_home):
    """The blog in both languages."""
    twin = blog.copy_for_translation(italian_home.locale)
    twin.title, twin.slug = "Articoli", "articoli"
    twin.save_revision().publish()
    return blog, type(blog).objects.get(pk=twin.pk)


@pytest.fixture
def posts(blogs):
    """One post in both languages, with a category and a tag of the same spelling."""
    category = factories.CategoryFactory(slug="tools")
    twin = factories.CategoryFactory(
        slug="attrezzi", locale=factories.locale("it"), translation_key=category.translation_key
    )
    post = factories.BlogPostPageFactory(
        parent=blogs[0], slug="post", category=category, published_on=datetime.date(2026, 3, 1)
    )
    italian = factories.BlogPostPageFactory(
        parent=blogs[1],
        slug="articolo",
        locale=factories.locale("it"),
        category=twin,
        translation_key=post.translation_key,
        published_on=datetime.date(2026, 3, 1),
    )
    for page in (post, italian):
        page.tags.add("Design")
        page.save()
    return post, italian


def alternates(client, address: str) -> dict[str, str]:
    response = client.get(address)
    assert response.status_code == 200, address
    return dict(ALTERNATE.findall(response.content.decode()))


def switch(client, address: str) -> dict:
    return {link.code: link for link in client.get(address).context["languages"]}


@pytest.mark.parametrize(
    ("english", "italian"),
    [
        ("/blog/", "/it/articoli/"),
        ("/blog/post/", "/it/articoli/articolo/"),
        ("/blog/category/tools/", "/it/articoli/category/attrezzi/"),
        ("/blog/tag/design/", "/it/articoli/tag/design/"),
        ("/blog/2026/", "/it/articoli/2026/"),
        ("/blog/2026/3/", "/it/articoli/2026/3/"),
    ],
)
def test_each_address_leads_to_its_counterpart_and_back(client, posts, english, italian):
    for address in (english, italian):
        found = alternates(client, address)
        assert found == {"en": english, "it": italian, "x-default": english}
        links = switch(client, address)
        assert links["en"].url.removeprefix("http://localhost") == english
        assert links["it"].url.removeprefix("http://localhost") == italian
        assert all(link.is_translated for link in links.values())


@pytest.mark.parametrize(
    "address", ["/blog/category/tools/", "/blog/tag/design/", "/blog/2026/", "/blog/2026/3/"]
)
def test_a_list_without_a_post_in_the_other_language_has_no_counterpart(client, posts, address):
    posts[1].unpublish()
    assert alternates(client, address) == {}
    link = switch(client, address)["it"]
    assert (link.url, link.is_translated) == ("/it/", False)


def test_a_later_page_of_a_list_has_no_counterpart(client, posts, monkeypatch):
    monkeypatch.setattr("blog.models.index.POSTS_PER_PAGE", 1)
    factories.BlogPostPageFactory(parent=posts[0].get_parent(), category=posts[0].category)
    text = client.get("/blog/category/tools/?page=2").content.decode()
    assert ALTERNATE.findall(text) == []
    assert 'rel="canonical" href="http://localhost/blog/category/tools/?page=2"' in text
    assert ", page 2 – " in text
    assert switch(client, "/blog/category/tools/?page=2")["it"].is_translated


@pytest.mark.parametrize("change", [{"noindex": True}, {"canonical_url": "https://example.org/"}])
def test_search_engines_are_not_led_to_what_they_should_not_list(client, posts, change):
    BlogPostPage.objects.filter(pk=posts[1].pk).update(**change)
    for page in posts:
        assert alternates(client, page.url) == {}
    assert switch(client, "/blog/post/")["it"].is_translated


def hide_draft(page):
    page.unpublish()


def hide_private(page):
    page.view_restrictions.create(restriction_type="login")


def hide_deleted(page):
    page.delete()


def hide_expired(page):
    page.expire_at = page.first_published_at = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    page.save()


@pytest.mark.parametrize("hide", [hide_draft, hide_private, hide_deleted, hide_expired])
def test_a_translation_that_is_not_public_is_named_nowhere(client, posts, hide):
    hide(BlogPostPage.objects.get(pk=posts[1].pk))
    text = client.get("/blog/post/").content.decode()
    text += sitemap(client)
    text += client.get("/it/articoli/feed/").content.decode()
    assert "articolo" not in text


def test_the_switch_says_what_is_not_translated_and_where_it_leads_instead(client, home):
    factories.ContentPageFactory(parent=home, slug="about")
    text = client.get("/about/").content.decode()
    assert (
        '<p class="languages-note" id="languages-note">Italiano: not translated, home page</p>'
        in text
    )
    assert re.search(r'<a href="/it/"[^>]* aria-describedby="languages-note">Italiano</a>', text)
    assert "languages-note" not in client.get("/").content.decode()


def test_the_switch_leads_home_from_a_page_that_is_missing(client, home):
    response = client.get("/it/niente/")
    links = {link.code: link.url for link in response.context["languages"]}
    assert links == {"en": "/", "it": "/it/"}
    assert "languages-note" not in response.content.decode()


def test_a_search_goes_on_in_the_other_language(client, home):
    link = switch(client, "/search/?q=wool")["it"]
    assert (link.url, link.is_translated) == ("/it/search/?q=wool", True)


def test_no_reader_finds_the_campaign_of_another_in_the_switch(client, posts):
    assert "spring" not in client.get("/blog/post/?utm_campaign=spring").content.decode()


def test_the_switch_leaves_out_a_language_that_has_not_begun(client, home, italian_home):
    italian_home.unpublish()
    assert client.get("/").context["languages"] == []
    assert client.get("/search/").context["languages"] == []


def test_no_cookie_and_no_browser_decides_the_language(client, home):
    response = client.get("/", headers={"accept-language": "it"})
    assert response.status_code == 200
    assert '<html lang="en"' in response.content.decode()
    assert response.cookies == {}
    assert client.get("/it/", headers={"accept-language": "en"}).status_code == 200


def test_a_shared_card_names_its_language_and_the_others(client, posts):
    text = client.get("/it/articoli/articolo/").content.decode()
    assert '<meta property="og:locale" content="it_IT">' in text
    assert re.findall('og:locale:alternate" content="([^"]+)"', text) == ["en_GB"]


def sitemap(client) -> str:
    """The text of all parts of the sitemap."""
    index = client.get("/sitemap.xml").content.decode()
    parts = re.findall(r"<loc>http://localhost([^<]+)</loc>", index)
    return "".join(client.get(part).getvalue().decode() for part in parts)


def test_the_sitemap_says_which_addresses_are_translations(client, posts, people_index):
    ada = factories.PersonFactory(slug="ada")
    twin = people_index.copy_for_translation(factories.locale("it"))
    twin.slug = "persone"
    twin.save_revision().publish()
    factories.PersonFactory(
        slug="ada", locale=twin.locale, translation_key=ada.translation_key, name="Ada"
    )
    listed = {
        address: dict(SITEMAP_LINK.findall(links))
        for address, links in re.findall(
            r"<url><loc>http://localhost([^<]+)</loc>(.*?)</url>", sitemap(client)
        )
    }
    for english, italian in (
        ("/", "/it/"),
        ("/blog/post/", "/it/articoli/articolo/"),
        ("/people/ada/", "/it/persone/ada/"),
    ):
        family = {"en": english, "it": italian, "x-default": english}
        assert listed[english] == listed[italian] == family
