"""SITE_LANGUAGES: one language without a trace of others, a third one, and another one at the root."""

import os
import subprocess
import sys

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.urls import clear_url_caches
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from home.languages import settle_languages
from home.models import HomePage
from tests import factories

GERMAN = [("en", "English"), ("it", "Italian"), ("de", "German")]


@pytest.fixture
def speak(settings):
    """Give the site languages, the first at the root."""

    def speak(*languages):
        settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = list(languages)
        settings.LANGUAGE_CODE = languages[0][0]
        settings.WAGTAIL_I18N_ENABLED = len(languages) > 1
        Site.clear_site_root_paths_cache()
        # Addresses are remembered with the prefix that their language has.
        clear_url_caches()

    yield speak
    clear_url_caches()


def test_a_third_language_has_a_tree_and_the_english_interface_until_it_is_translated(
    client, home, speak
):
    speak(*GERMAN)
    settle_languages(apps)
    german = HomePage.objects.get(locale__language_code="de")
    page = factories.ContentPageFactory(
        parent=german, title="Über uns", slug="ueber-uns", locale=german.locale
    )
    for address in ("/de/", page.url, "/de/search/?q=web"):
        response = client.get(address)
        text = response.content.decode()
        assert response.status_code == 200, address
        assert '<html lang="de"' in text
        assert "Skip to the content" in text
    assert page.url == "/de/ueber-uns/"
    assert [link.code for link in response.context["languages"]] == ["en", "it", "de"]
    assert "http://localhost/de/" in client.get("/").content.decode()
    part = client.get("/sitemap/de/contentpage-1.xml").getvalue().decode()
    assert "http://localhost/de/ueber-uns/" in part
    assert '"og:locale" content="de_DE"' in client.get("/de/").content.decode()
    homes = HomePage.objects.count()
    settle_languages(apps)
    assert HomePage.objects.count() == homes


def test_what_is_left_in_a_language_that_was_taken_away_is_not_public(client, home, speak):
    speak(("en", "English"))
    for address in ("/it/", "/it/search/"):
        assert client.get(address).status_code == 404
    assert client.get("/").context["languages"] == []
    for address in ("/", "/sitemap.xml"):
        assert "/it/" not in client.get(address).content.decode()


def test_another_language_at_the_root_is_refused_with_the_way_to_do_it(home, speak):
    speak(("it", "Italian"), ("en", "English"))
    with pytest.raises(CommandError, match="default_language"):
        settle_languages(apps)


def test_the_root_moves_with_redirects(client, home, italian_home, blog, people_index, speak):
    about = factories.ContentPageFactory(parent=home, slug="about")
    factories.ContentPageFactory(parent=italian_home, slug="chi-siamo", locale=italian_home.locale)
    factories.PersonFactory(slug="ada")
    assert about.url == "/about/"
    speak(("it", "Italian"), ("en", "English"))
    call_command("default_language")
    settle_languages(apps)
    for old, new in (
        ("/about/", "/en/about/"),
        ("/people/ada/", "/en/people/ada/"),
        ("/it/chi-siamo/", "/chi-siamo/"),
        ("/it/", "/"),
    ):
        response = client.get(old)
        assert (response.status_code, response.url) == (301, new)
        assert client.get(new).status_code == 200, new
    assert '<html lang="it"' in client.get("/").content.decode()
    assert '<html lang="en"' in client.get("/en/").content.decode()
    assert Redirect.objects.filter(old_path="/").count() == 0


@pytest.mark.parametrize(
    ("languages", "said"),
    [([("en", "English")], "already"), ([("it", "Italian")], "“en”")],
)
def test_a_move_that_makes_no_sense_is_refused(home, speak, languages, said):
    speak(*languages)
    with pytest.raises(CommandError, match=said):
        call_command("default_language")


def manage(environment: dict, *arguments: str, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        **options,
    )


VISIT = """
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import Locale
admin = get_user_model().objects.create_superuser("a", "a@example.org", "x")
visitor, desk = Client(), Client()
desk.force_login(admin)
text = visitor.get("/").content.decode()
assert '<html lang="it"' in text
for trace in ("hreflang", "languages", "og:locale:alternate"):
    assert trace not in text, trace
assert "hreflang" not in visitor.get("/sitemap.xml").content.decode()
assert visitor.get("/it/").status_code == visitor.get("/en/").status_code == 404
from home.models import HomePage
(home,) = HomePage.objects.all()
from django.utils.translation import override
pages = ["/admin/", f"/admin/pages/{home.pk}/", f"/admin/pages/{home.pk}/edit/", "/admin/snippets/people/person/"]
for address in pages:
    text = desk.get(address).content.decode()
    for trace in ("localize", "/admin/locales/", "Traduci", "locale="):
        assert trace not in text, (address, trace)
from wagtail.users.models import UserProfile
UserProfile.objects.update_or_create(user=admin, defaults={"preferred_language": "en"})
assert '<html lang="en"' in desk.get("/admin/").content.decode()
print("seen")
"""


@pytest.mark.slow
def test_a_site_of_one_language_shows_no_trace_of_others(tmp_path):
    environment = {
        "SITE_LANGUAGES": "it",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'site.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
    }
    assert manage(environment, "migrate", "--noinput").returncode == 0
    visit = manage(environment, "shell", "--command", VISIT)
    assert "seen" in visit.stdout, visit.stderr
    refused = manage(environment | {"SITE_LANGUAGES": "en,it"}, "migrate", "--noinput")
    assert refused.returncode == 1
    assert "default_language" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("languages", ["", "en,en", "en,klingon"])
def test_languages_that_make_no_sense_are_named_at_the_start(languages):
    result = manage({"SITE_LANGUAGES": languages}, "check")
    assert result.returncode != 0
    assert "SITE_LANGUAGES names each language of the site once" in result.stderr
