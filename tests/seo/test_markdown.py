"""The Markdown twin of a page, and llms.txt, which leads to the twins."""

import re

import pytest
from wagtail.models import PageViewRestriction

from tests import factories


@pytest.fixture
def post(blog, people_index):
    ada = factories.PersonFactory(name="Ada Bianchi", slug="ada")
    post = factories.BlogPostPageFactory(
        parent=blog,
        title="A loom & more",
        slug="post",
        lead="<p>What a loom is.</p>",
        category=factories.CategoryFactory(name="Tools", slug="tools"),
        body=[
            ("text", "<h2>Warp</h2><p>It <b>hangs</b>. <a href='/about/'>More</a></p>"),
            ("quote", {"quote": "<p>Slowly.</p>", "person": ada}),
            (
                "key_points",
                {
                    "title": "Before",
                    "style": "bulleted",
                    "items": [{"lead": "Walk.", "body": "<p>Look.</p>"}],
                },
            ),
        ],
    )
    return factories.sign(post, ada)


def test_a_post_has_a_twin_of_the_same_words(client, post):
    page = client.get(post.url).content.decode()
    assert (
        '<link rel="alternate" type="text/markdown" href="http://localhost/blog/post.md">' in page
    )
    response = client.get("/blog/post.md")
    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    assert response["Link"] == '<http://localhost/blog/post/>; rel="canonical"'
    text = response.content.decode()
    for line in (
        "# A loom & more",
        "What a loom is.",
        "## Warp",
        "It **hangs**. [More](http://localhost/about/)",
        "> Slowly.",
        "[Ada Bianchi](http://localhost/people/ada/)",
        "**Walk.**",
        "<http://localhost/blog/post/>",
    ):
        assert line in text, text
    assert not re.search(r"<(div|p|span|img|h\d|section)\b", text)
    assert "\n\n\n" not in text
    assert "mailto:" not in text


@pytest.mark.parametrize(
    ("twin", "address"),
    [
        ("/index.md", "http://localhost/"),
        ("/it/index.md", "http://localhost/it/"),
        ("/blog.md", "http://localhost/blog/"),
        ("/blog/category/tools.md", "http://localhost/blog/category/tools/"),
        ("/people/ada.md", "http://localhost/people/ada/"),
    ],
)
def test_every_page_names_its_twin_and_has_it(client, post, twin, address):
    text = client.get(address).content.decode()
    assert f'type="text/markdown" href="http://localhost{twin}"' in text
    assert f"<{address}>" in client.get(twin).content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/nothing.md",
        "/blogindex.md",
        "/search.md",
        "/blog/feed.md",
        "/admin/x.md",
        "/it/blog/post.md",
        "/.md",
    ],
)
def test_what_is_no_page_has_no_twin(client, post, address):
    assert client.get(address).status_code == 404


def test_what_is_not_for_everyone_has_no_twin(client, admin, post):
    for change in ({"live": False}, {"noindex": True}):
        type(post).objects.filter(pk=post.pk).update(live=True, noindex=False)
        type(post).objects.filter(pk=post.pk).update(**change)
        assert client.get("/blog/post.md").status_code == 404
    type(post).objects.filter(pk=post.pk).update(live=True, noindex=False)
    PageViewRestriction.objects.create(page=post, restriction_type=PageViewRestriction.LOGIN)
    assert admin.get("/blog/post.md").status_code == 404


def test_llms_txt_leads_to_the_twins(client, post):
    response = client.get("/llms.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    text = response.content.decode()
    assert text.startswith("# Vetrina\n")
    assert "## Blog posts (en)" in text
    assert "- [A loom & more](http://localhost/blog/post.md): What a loom is." in text
    for twin in re.findall(r"\((http://localhost[^)]+)\)", text):
        assert client.get(twin).status_code == 200, twin


def test_llms_txt_leaves_out_what_search_engines_do_not_list(client, post):
    type(post).objects.filter(pk=post.pk).update(noindex=True)
    assert "post.md" not in client.get("/llms.txt").content.decode()
