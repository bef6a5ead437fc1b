"""Words as people write them: stems, accents, apostrophes, hyphens, signs, slips, phrases and exclusions."""

import pytest

from tests import factories
from tests.search.asking import found


def page(home, title: str, text: str = ""):
    return factories.ContentPageFactory(
        parent=home, title=title, locale=home.locale, body=[("text", f"<p>{text}</p>")]
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("innovazione", "innovazioni"),
        ("lavori", "lavoro"),
        ("La città", "citta"),
        ("La città", "CITTA'"),
        ("perché no", "perche'"),
        ("perché no", "perché"),
        ("l’innovazione", "innovazione"),
        ("innovazione", "l'innovazione"),
        ("dell’università", "dell'universita"),
        ("il caffè", "caffe"),
        ("SOMMA.PIÙ.SE", "somma.piu.se"),
        ("posta e-mail", "email"),
        ("posta email", "e-mail"),
        ("scrive in C++", "c++"),
        ("GPT-4", "gpt4"),
        ("GPT-4", "GPT-4"),
        ("GPT4", "gpt-4"),
        ("un razzo 🚀", "🚀"),
        ("citta\u0300 vecchia", "città"),
    ],
)
def test_italian_is_found_however_it_is_written(client, italian_home, text, words):
    page(italian_home, "Altro", "Una pagina diversa, in C e in D.")
    page(italian_home, "Pagina", text)
    assert found(client, words, "it") == ["Pagina"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("Weavers", "weaver"), ("cafés", "cafe"), ("résumés", "resume"), ("C# and F#", "c#")],
)
def test_english_is_found_however_it_is_written(client, home, text, words):
    page(home, "Another", "See also D minor.")
    page(home, "Page", text)
    assert found(client, words) == ["Page"]


@pytest.mark.parametrize("words", ["il", "the of and", "che"])
def test_words_that_stand_everywhere_are_found_if_there_is_nothing_else(
    client, italian_home, words
):
    page(italian_home, "Quello che il gatto sa")
    assert client.get("/it/search/", {"q": words}).status_code == 200
    assert found(client, "che il", "it") == ["Quello che il gatto sa"]


def test_a_phrase_is_found_word_by_word(client, home):
    page(home, "One", "The shop of the old weaver.")
    page(home, "Two", "The weaver is old.")
    assert found(client, '"old weaver"') == ["One"]
    assert set(found(client, "old weaver")) == {"One", "Two"}
    assert found(client, "“the shop of the old”") == ["One"]


def test_a_word_with_a_minus_is_left_out(client, home):
    page(home, "One", "Wool and silk.")
    page(home, "Two", "Wool and linen.")
    assert found(client, "wool -silk") == ["Two"]
    assert found(client, 'wool -"and linen"') == ["One"]
    # A dash is none, nor is the hyphen inside a word.
    assert set(found(client, "wool - and")) == {"One", "Two"}


@pytest.mark.parametrize("words", ["innovatoin", "inovation", "innovazion", "nnovation"])
def test_a_slip_is_put_right_and_said(client, home, words):
    page(home, "Innovation")
    response = client.get("/search/", {"q": words})
    state = response.context["search"]
    assert state.found.instead == "innovation"
    assert [result.title for result in state.results] == ["<mark>Innovation</mark>"]
    text = response.content.decode()
    assert f"Nothing for <q>{words}</q>" in text
    literal = client.get(f"/search/{state.links['literal'].replace('&amp;', '&')}")
    assert literal.context["search"].results == []
    assert "Nothing matches these words." in literal.content.decode()


def test_only_the_wrong_word_is_put_right(client, home):
    page(home, "Wool weaving", "A handbook.")
    assert (
        client.get("/search/", {"q": "wool weavign"}).context["search"].found.instead
        == "wool weaving"
    )


def test_a_rare_word_is_searched_for_and_a_likelier_one_offered(client, home):
    page(home, "Weavign")
    for number in range(5):
        page(home, f"Weaving {number}")
    state = client.get("/search/?q=weavign").context["search"]
    assert state.found.suggested == "weaving"
    assert state.found.instead == ""
    assert [result.title for result in state.results] == ["<mark>Weavign</mark>"]


@pytest.mark.parametrize("words", ["wxyz", "12345", "ab"])
def test_what_resembles_nothing_is_not_put_right(client, home, words):
    page(home, "Wool")
    assert client.get("/search/", {"q": words}).context["search"].found.instead == ""


def test_a_title_weighs_more_than_a_text(client, home):
    page(home, "Fibres", "Zebra zebra zebra zebra. " * 3)
    page(home, "Zebra", "Stripes.")
    assert found(client, "zebra") == ["Zebra", "Fibres"]


def test_the_title_as_it_was_typed_comes_first(client, home):
    for title in ("Text columns", "Columns of text and more", "Text to columns"):
        page(home, title)
    assert found(client, "text to columns")[0] == "Text to columns"
