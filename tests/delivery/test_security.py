"""The policy of public pages: strict, kept with the page, and as wide as what is named."""

import pytest
from wagtail import hooks

from delivery.security import HEADER
from tests import factories


def policy(response) -> dict[str, list[str]]:
    directives = (part.split() for part in response[HEADER].split("; "))
    return {name: hosts for name, *hosts in directives}


@pytest.mark.parametrize("address", ["/", "/it/", "/search/?q=loom", "/nothing-here/"])
def test_a_page_allows_only_what_the_site_sends(client, home, address):
    found = policy(client.get(address))
    assert found["default-src"] == found["script-src"] == found["style-src"] == ["'self'"]
    assert found["object-src"] == found["base-uri"] == found["frame-ancestors"] == ["'none'"]
    assert "unsafe" not in str(found)


def test_the_players_of_films_may_be_shown(client, home):
    assert policy(client.get("/"))["frame-src"] == [
        "https://www.youtube-nocookie.com",
        "https://player.vimeo.com",
    ]


def test_uploads_on_another_host_may_be_shown(client, home, settings):
    settings.MEDIA_URL = "https://media.example.org/files/"
    found = policy(client.get("/"))
    assert "https://media.example.org" in found["img-src"]
    assert "https://media.example.org" not in found["script-src"]


def test_a_hook_adds_hosts_to_what_it_names_alone(client, home):
    def add(request):
        return {"connect-src": ["https://figures.example.org"]}

    with hooks.register_temporarily("security_sources", add):
        found = policy(client.get("/"))
    assert found["connect-src"] == ["'self'", "https://figures.example.org"]
    assert found["script-src"] == ["'self'"]
    assert policy(client.get("/"))["connect-src"] == ["'self'"]


def test_the_policy_is_kept_with_the_page(client, blog, settings):
    settings.PAGE_CACHE = True
    post = factories.BlogPostPageFactory(parent=blog)
    first, kept = client.get(post.url), client.get(post.url)
    assert kept["ETag"]
    assert kept[HEADER] == first[HEADER]


def test_the_admin_keeps_its_own_ways_and_files_have_no_policy(admin, home):
    assert HEADER not in admin.get("/admin/")
    assert HEADER not in admin.get("/robots.txt")


def test_an_editor_sees_a_preview_in_a_frame_of_the_site_and_it_is_as_strict_otherwise(home, rf):
    found = policy(home.make_preview_request(original_request=rf.get("/admin/")))
    assert found["frame-ancestors"] == ["'self'"]
    assert found["script-src"] == found["style-src"] == ["'self'"]
