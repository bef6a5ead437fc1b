"""The search page: what it finds and shows, how it is narrowed, ordered and paged, and that any input is survived."""

import datetime

import pytest

from blog.models import Tag
from tests import factories
from tests.search.asking import found, titles


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


@pytest.mark.parametrize("words", ["loom", "shuttle", "LOOM", "velvet", "loom shuttle"])
def test_a_post_is_found_by_title_and_text(client, post, words):
    response = client.get("/search/", {"q": words})
    assert titles(response) == ["The loom"]
    assert post.url in response.content.decode()


def test_what_has_only_some_of_the_words_says_which_are_missing(client, post):
    response = client.get("/search/", {"q": "loom zebra"})
    assert response.context["search"].found.total == 0
    assert "Without:" in response.content.decode()


def test_people_are_found_and_linked(client, people_index):
    factories.PersonFactory(name="Ada Bianchi", slug="ada")
    factories.PersonFactory(name="Ada Hidden", slug="hidden", live=False)
    factories.PersonFactory(name="Ada Archived", slug="gone", archived=True)
    response = client.get("/search/?q=ada")
    assert titles(response) == ["Ada Bianchi"]
    assert "/people/ada/" in response.content.decode()


def test_another_language_is_not_mixed_in(client, post):
    assert titles(client.get("/it/search/", {"q": "loom"})) == []


def test_results_are_paged_and_keep_the_words(client, blog):
    for number in range(11):
        factories.BlogPostPageFactory(parent=blog, title=f"Loom {number}")
    first = client.get("/search/", {"q": "loom"})
    assert len(titles(first)) == 10
    assert "q=loom" in first.content.decode().split('class="pagination"')[1]
    assert len(found(client, "loom", page="2")) == 1
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


@pytest.mark.parametrize(
    ("address", "begins"), [("/search/?q=a", "Search the"), ("/it/search/", "Cerca tra")]
)
def test_the_search_says_what_it_is_for(client, home, italian_home, address, begins):
    assert f'<meta name="description" content="{begins}' in client.get(address).content.decode()


def test_results_are_not_for_search_engines(client, home):
    assert '<meta name="robots" content="noindex">' in client.get("/search/?q=a").content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_only_reading_is_allowed(client, home, method):
    assert getattr(client, method)("/search/").status_code == 405


def test_the_words_are_marked_where_they_stand_and_nothing_is_html(client, blog):
    factories.BlogPostPageFactory(
        parent=blog,
        title="On <b>looms</b>",
        body=[("text", "<p>" + "Nothing here. " * 40 + "The weavers oiled a loom &lt;i&gt;.</p>")],
    )
    text = client.get("/search/?q=loom").content.decode()
    assert "On &lt;b&gt;<mark>looms</mark>&lt;/b&gt;" in text
    assert "The weavers oiled a <mark>loom</mark> &lt;i&gt;." in text
    assert text.count("Nothing here") < 12


def test_a_result_says_kind_date_and_authors(client, blog):
    post = factories.BlogPostPageFactory(
        parent=blog,
        title="Loom",
        published_on=datetime.date(2026, 3, 9),
        cover=factories.make_image(),
    )
    factories.sign(post, factories.PersonFactory(name="Ada"), factories.PersonFactory(name="Bo"))
    text = client.get("/search/?q=loom").content.decode().split('class="result"')[1]
    for part in ("Post", "9 March 2026", "Ada, Bo", "<picture>"):
        assert part in text


def test_a_document_is_found_in_every_language(client, home):
    document = factories.make_document(title="Loom manual")
    for address in ("/search/", "/it/search/"):
        response = client.get(address, {"q": "manual"})
        assert titles(response) == ["Loom manual"]
        assert document.url in response.content.decode()


@pytest.fixture
def assorted(blog, people_index):
    """Three posts about looms that differ in everything by which one can choose."""
    ada, bo = factories.PersonFactory(name="Ada", slug="ada"), factories.PersonFactory(name="Bo")
    tools, people = (factories.CategoryFactory(slug=slug) for slug in ("tools", "people"))
    for number, (category, author, tag, year) in enumerate(
        [(tools, ada, "Wood", 2024), (tools, bo, "Iron", 2025), (people, ada, "Wood", 2025)]
    ):
        post = factories.BlogPostPageFactory(
            parent=blog,
            title=f"Loom {number}",
            category=category,
            published_on=datetime.date(year, 1, 1 + number),
        )
        post.tags.add(tag)
        post.save()
        factories.sign(post, author)
    factories.ContentPageFactory(parent=blog.get_parent(), title="The loom")


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"type": "post"}, {"Loom 0", "Loom 1", "Loom 2"}),
        ({"type": "page"}, {"The loom"}),
        ({"category": "tools"}, {"Loom 0", "Loom 1"}),
        ({"author": "ada"}, {"Loom 0", "Loom 2"}),
        ({"tag": "wood"}, {"Loom 0", "Loom 2"}),
        ({"year": "2025"}, {"Loom 1", "Loom 2"}),
        ({"year": "2025", "author": "ada"}, {"Loom 2"}),
        ({"year": "1999"}, set()),
    ],
)
def test_a_search_is_narrowed(client, assorted, choice, expected):
    assert set(found(client, "loom", **choice)) == expected


def test_choices_say_how_many_they_leave(client, assorted):
    facets = client.get("/search/?q=loom").context["search"].facets
    counts = {facet.name: [(link.title, link.count) for link in links] for facet, links in facets}
    assert counts["type"] == [("Posts", 3), ("Pages", 1)]
    assert counts["author"] == [("Ada", 2), ("Bo", 1)]
    assert counts["year"] == [("2025", 2), ("2024", 1)]
    assert sorted(number for _title, number in counts["category"]) == [1, 2]
    assert counts["tag"] == [("Wood", 2), ("Iron", 1)]
    for _facet, links in facets:
        for link in links:
            assert client.get(f"/search/{link.href}").context["search"].found.total == link.count


@pytest.mark.parametrize(
    "choice", [{"type": "x"}, {"category": "x"}, {"tag": "\x00"}, {"author": "é"}, {"year": "20"}]
)
def test_a_choice_that_there_is_not_is_404(client, assorted, choice):
    assert client.get("/search/", {"q": "loom", **choice}).status_code == 404


def test_a_choice_without_results_offers_to_search_everything(client, assorted):
    text = client.get("/search/?q=loom&year=1999").content.decode()
    assert 'href="?q=loom"' in text


def test_results_are_ordered_by_date(client, assorted):
    assert found(client, "loom", sort="date", type="post") == ["Loom 2", "Loom 1", "Loom 0"]


def test_a_tag_that_nobody_uses_any_more_narrows_to_nothing(client, assorted):
    Tag.objects.create(name="Lost", slug="lost")
    assert found(client, "loom", tag="lost") == []


def test_results_in_other_languages_are_counted_and_linked(client, assorted, italian_home):
    factories.ContentPageFactory(parent=italian_home, title="Loom", locale=factories.locale("it"))
    text = client.get("/search/?q=loom").content.decode()
    assert 'href="/it/search/?q=loom"' in text
    assert "Italian: one result" in text
