"""The Site record is the one truth for absolute addresses."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Site


def test_migrations_write_the_address_of_the_settings(db, settings):
    assert Site.objects.get().root_url == settings.SITE_URL


def test_the_command_changes_every_absolute_address(client, home):
    call_command("site_url", "https://www.example.org")
    text = client.get("/", headers={"host": "localhost"}).content.decode()
    assert '<link rel="canonical" href="https://www.example.org/">' in text
    assert "https://www.example.org/sitemap.xml" in client.get("/robots.txt").content.decode()


@pytest.mark.parametrize(
    "address", ["example.org", "ftp://example.org", "https://", "https://a.b/c", "http://a:x"]
)
def test_what_is_no_address_is_refused(home, address):
    with pytest.raises(CommandError):
        call_command("site_url", address)
    assert Site.objects.get().root_url == "http://localhost"
