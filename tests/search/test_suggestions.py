"""What the box offers: words, popular searches and titles that find something, and nothing that is not public."""

import pytest
from django.utils import timezone

from search.models import SearchRecord
from tests import factories


@pytest.fixture
def pages(home):
    factories.ContentPageFactory(parent=home, title="The weaver’s shop", slug="shop")
    factories.ContentPageFactory(parent=home, title="Weaving wool", slug="weaving-wool")
    factories.ContentPageFactory(parent=home, title="Weatherproof", slug="draft", live=False)


def offered(client, words: str) -> list[dict]:
    response = client.get("/search/suggest/", {"q": words})
    assert response.status_code == 200
    assert len(response.content) <= 5000
    return response.json()["suggestions"]


def test_words_and_titles_are_offered_from_the_third_letter_on(client, pages):
    assert offered(client, "we") == []
    suggestions = offered(client, "wea")
    assert {"text": "weaver", "url": ""} in suggestions
    assert {"text": "Weaving wool", "url": "/weaving-wool/"} in suggestions
    assert not any("eatherproof" in one["text"] for one in suggestions)


def test_the_last_word_is_completed_within_the_others(client, pages):
    suggestions = offered(client, "wool weav")
    assert {"text": "wool weaving", "url": ""} in suggestions
    assert {"text": "wool weaver", "url": ""} not in suggestions


def test_accents_may_be_left_out(client, italian_home):
    factories.ContentPageFactory(
        parent=italian_home, title="La città", slug="citta", locale=italian_home.locale
    )
    response = client.get("/it/search/suggest/?q=citt")
    assert {"text": "città", "url": ""} in response.json()["suggestions"]
    assert {"text": "La città", "url": "/it/citta/"} in response.json()["suggestions"]


def test_popular_searches_are_offered_while_they_find_something(client, pages, home):
    for words, searches in (("weaving courses", 9), ("weaving wool", 5), ("weaving rare", 2)):
        SearchRecord.objects.create(
            words=words, locale=home.locale, day=timezone.localdate(), searches=searches, results=1
        )
    assert offered(client, "weaving ")[0] == {"text": "weaving wool", "url": ""}
    assert all(one["text"] != "weaving courses" for one in offered(client, "weaving "))


@pytest.mark.parametrize(
    "words", ["", " ", "\x00\x00\x00", "x" * 10_000, "%s %d", '"wea', "-wea", "wea*", "東京都"]
)
def test_anything_may_be_typed(client, pages, words):
    offered(client, words)


def test_long_titles_and_many_words_stay_small(client, home):
    for number in range(12):
        factories.ContentPageFactory(
            parent=home,
            title=f"weav{'abcdefghijkl'[number]} " + "ünd so weiter " * 15,
            slug=f"s{number}",
        )
    assert len(offered(client, "weav")) <= 11
