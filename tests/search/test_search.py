"""Simple and correct: it finds what is public, in the reader's language, and survives any input."""

import pytest

from tests import factories


@pytest.fixture
def post(blog):
    return factories.BlogPostPageFactory(
        parent=blog,
        title="The loom",
        body=[
            ("text", "<p>Somebody oiled the shuttle.</p>"),
            ("quote", {"quote": "<p>Velvet words</p>"}),
        ],
    )


def titles(response) -> list[str]:
    return [page.title for page in response.context["results"] or []]


@pytest.mark.parametrize("words", ["loom", "shuttle", "LOOM", "velvet", "loom shuttle"])
def test_a_post_is_found_by_title_and_text(client, post, words):
    response = client.get("/search/", {"q": words})
    assert titles(response) == ["The loom"]
    assert post.url in response.content.decode()


def test_every_word_must_match(client, post):
    assert titles(client.get("/search/", {"q": "loom zebra"})) == []


def test_people_are_found_and_linked(client, people_index):
    factories.PersonFactory(name="Ada Bianchi", slug="ada")
    factories.PersonFactory(name="Ada Hidden", slug="hidden", live=False)
    factories.PersonFactory(name="Ada Archived", slug="gone", archived=True)
    response = client.get("/search/?q=ada")
    assert [person.name for person in response.context["people"]] == ["Ada Bianchi"]
    assert "/people/ada/" in response.content.decode()


def test_another_language_is_not_mixed_in(client, post):
    assert titles(client.get("/it/search/", {"q": "loom"})) == []


def test_results_are_paged_and_keep_the_words(client, blog):
    for number in range(11):
        factories.BlogPostPageFactory(parent=blog, title=f"Loom {number}")
    first = client.get("/search/", {"q": "loom"})
    assert len(titles(first)) == 10
    assert "q=loom" in first.content.decode().split('class="pagination"')[1]
    assert len(titles(client.get("/search/", {"q": "loom", "page": "2"}))) == 1
    assert client.get("/search/", {"q": "loom", "page": "3"}).status_code == 404
    assert client.get("/search/", {"q": "loom", "page": "x"}).status_code == 404


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "\t",
        "\u00a0",
        '"',
        '27" monitor',
        "a\x00b",
        "word " * 250,
        "a-" * 400,
        "x" * 10_000,
        "'; DROP TABLE core_sitepage; --",
        "<script>alert(1)</script>",
        "foo & | ! :* ( )",
        "%s %d",
        "NEAR(foo bar)",
        "foo AND",
        "{title}: foo",
        "👩‍👩‍👧 🚀",
        "שלום",
        "東京",
        "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
        "title:loom",
        "*",
        "^",
        "-loom",
    ],
)
def test_no_input_breaks_the_search(client, post, words):
    response = client.get("/search/", {"q": words})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_nothing_found_offers_a_way_on(client, home):
    text = client.get("/search/?q=zebra").content.decode()
    assert 'name="q"' in text
    assert "zebra" in text


def test_results_are_not_for_search_engines(client, home):
    assert '<meta name="robots" content="noindex">' in client.get("/search/?q=a").content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_only_reading_is_allowed(client, home, method):
    assert getattr(client, method)("/search/").status_code == 405
