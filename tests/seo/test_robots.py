"""robots.txt, read with a parser that follows RFC 9309, and what editors may not write there."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client, override_settings
from protego import Protego
from wagtail.models import Site

from seo.models import SeoSettings
from tests import factories


def write(text: str) -> SeoSettings:
    record = SeoSettings.for_site(Site.objects.get())
    record.robots_txt = text
    record.full_clean()
    record.save()
    return record


def rules(client) -> Protego:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    return Protego.parse(response.content.decode())


def test_by_default_it_closes_the_admin_and_names_the_sitemap(client, home):
    found = rules(client)
    assert list(found.sitemaps) == ["http://localhost/sitemap.xml"]
    assert not found.can_fetch("http://localhost/admin/login/", "Googlebot")
    for path in ("/", "/it/", "/search/?q=a", "/static/css/site.css", "/share/x.png", "/a.md"):
        assert found.can_fetch(f"http://localhost{path}", "Googlebot"), path


def test_editors_may_write_their_own(client, home):
    write("User-agent: GreedyBot\nDisallow: /\n\nUser-agent: *\nDisallow: /private/")
    found = rules(client)
    assert not found.can_fetch("http://localhost/", "GreedyBot")
    assert found.can_fetch("http://localhost/", "Googlebot")
    assert not found.can_fetch("http://localhost/private/x", "Googlebot")
    assert list(found.sitemaps) == ["http://localhost/sitemap.xml"]


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: /",
        "User-agent: *\nDisallow: /*",
        "User-agent: Googlebot\nDisallow: /",
        "User-agent: *\nDisallow: /it/",
        "User-agent: *\nDisallow: /$",
        "User-agent: *\nDisallow: /static/",
        "User-agent: *\nDisallow: /*.css$",
    ],
)
def test_a_text_that_hides_the_site_or_its_looks_is_refused(home, text):
    with pytest.raises(ValidationError) as refused:
        write(text)
    assert "robots_txt" in refused.value.message_dict


def test_a_page_that_says_noindex_must_stay_open(blog):
    factories.BlogPostPageFactory(parent=blog, slug="hidden", title="Hidden", noindex=True)
    with pytest.raises(ValidationError, match="Hidden"):
        write("User-agent: *\nDisallow: /blog/hidden/")


def test_a_forged_text_is_refused_with_a_message(admin, home):
    form = {"title_templates-TOTAL_FORMS": 0, "title_templates-INITIAL_FORMS": 0}
    form["robots_txt"] = "User-agent: *\nDisallow: /"
    response = admin.post(f"/admin/settings/seo/seosettings/{Site.objects.get().pk}/", form)
    assert "hide the whole site" in response.content.decode()


def test_another_name_of_the_site_leads_to_its_own(home):
    with override_settings(CANONICAL_HOST=True, ALLOWED_HOSTS=["*"]):
        stranger = Client(headers={"host": "www.localhost"})
        response = stranger.get("/it/?page=1&x=2")
        assert (response.status_code, response.url) == (301, "http://localhost/it/?page=1&x=2")
        assert stranger.get("/health/live").status_code == 200
        assert Client(headers={"host": "localhost:8000"}).get("/").status_code == 200


def test_a_rehearsal_is_for_no_search_engine(home):
    with override_settings(HIDE_FROM_SEARCH=True):
        for address in ("/", "/robots.txt", "/nothing/"):
            assert Client().get(address)["X-Robots-Tag"] == "noindex"
        assert '<meta name="robots" content="noindex">' in Client().get("/").content.decode()
