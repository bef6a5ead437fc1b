"""Errors are designed: they say what happened and offer a way on."""

from django.template.loader import render_to_string
from django.test import Client

from home.models import HomePage


def test_a_fault_of_ours_is_a_500_page_without_the_database(client, home, monkeypatch):
    def fail(*args):
        raise RuntimeError("a fault")

    monkeypatch.setattr(HomePage, "serve", fail)
    response = Client(raise_request_exception=False).get("/")
    text = response.content.decode()
    assert response.status_code == 500
    assert "a fault" not in text
    assert 'name="q"' in text
    for address in ("/", "/blog/", "/people/"):
        assert f'href="{address}"' in text


def test_a_fault_speaks_the_language_of_its_address(client, italian_home, monkeypatch):
    def fail(*args):
        raise RuntimeError("a fault")

    monkeypatch.setattr(HomePage, "serve", fail)
    text = Client(raise_request_exception=False).get("/it/").content.decode()
    assert '<html lang="it"' in text
    assert "Qualcosa è andato storto" in text
    for address in ("/it/", "/it/blog/", "/it/people/"):
        assert f'href="{address}"' in text
    assert 'action="/it/search/"' in text


def test_the_500_page_asks_the_database_nothing(django_db_blocker):
    with django_db_blocker.block():
        assert "<h1" in render_to_string("500.html")


def test_a_missing_page_offers_search_and_the_menu(client, home):
    response = client.get("/it/niente/")
    text = response.content.decode()
    assert response.status_code == 404
    assert '<html lang="it"' in text
    assert 'action="/it/search/"' in text


def test_a_malformed_address_is_no_fault(client, home):
    for address in ("/%00/", "/%ff/", "/" + "a" * 3000 + "/", "/blog/..%2f/"):
        assert client.get(address).status_code == 404
