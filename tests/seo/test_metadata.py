"""Every public page ships a title, a description and one canonical address; errors say noindex."""

import json
import re

import pytest

from seo.metadata import Metadata
from tests import factories


def tag(text: str, pattern: str) -> list[str]:
    return re.findall(pattern, text)


@pytest.fixture
def post(blog):
    post = factories.BlogPostPageFactory(
        parent=blog, title="On “quotes” & </script>", slug="post", lead="<p>A lead &amp; more.</p>"
    )
    return factories.sign(post, factories.PersonFactory(name="Ada"))


def test_a_post_describes_itself(client, post):
    text = client.get(post.url).content.decode()
    assert "<title>On “quotes” &amp; &lt;/script&gt; – Vetrina</title>" in text
    assert tag(text, '<meta name="description" content="([^"]*)"') == ["A lead &amp; more."]
    assert tag(text, '<link rel="canonical" href="([^"]*)"') == ["http://localhost/blog/post/"]
    assert tag(text, 'property="og:url" content="([^"]*)"') == ["http://localhost/blog/post/"]
    assert tag(text, 'property="og:type" content="([^"]*)"') == ["article"]


def test_what_editors_write_wins(client, post):
    post.seo_title, post.search_description = "Written title", "Written description"
    post.share_title, post.share_description = "Shared title", "Shared description"
    post.canonical_url, post.noindex = "http://localhost/first/", True
    post.share_image = factories.make_image(size=(1300, 700))
    post.save()
    text = client.get(post.url).content.decode()
    assert "<title>Written title – Vetrina</title>" in text
    assert 'name="description" content="Written description"' in text
    assert 'property="og:title" content="Shared title"' in text
    assert 'property="og:description" content="Shared description"' in text
    assert 'rel="canonical" href="http://localhost/first/"' in text
    assert '<meta name="robots" content="noindex">' in text
    assert tag(text, 'property="og:image" content="(http://localhost/media/[^"]*)"')


def test_structured_data_is_valid_and_cannot_end_its_element(client, post):
    text = client.get(post.url).content.decode()
    (block,) = tag(text, r'<script type="application/ld\+json">(.*?)</script>')
    graph = {node["@type"]: node for node in json.loads(block)["@graph"]}
    assert graph["BlogPosting"]["headline"] == post.title
    assert graph["BlogPosting"]["author"] == [{"@type": "Person", "name": "Ada"}]
    assert graph["BreadcrumbList"]["itemListElement"][0]["name"] == "Blog"


def test_json_ld_escapes_what_could_end_a_script():
    metadata = Metadata(title="", site_name="", nodes=({"name": "</script><!--&"},))
    assert "<" not in metadata.json_ld
    assert json.loads(metadata.json_ld)["@graph"][0]["name"] == "</script><!--&"


def test_a_missing_page_has_no_canonical_and_says_noindex(client, home):
    response = client.get("/nothing/")
    text = response.content.decode()
    assert response.status_code == 404
    assert '<meta name="robots" content="noindex">' in text
    assert "canonical" not in text
    assert 'name="q"' in text
    assert "<nav" in text


def test_translations_point_at_each_other(client, home, italian_home):
    for address in ("/", "/it/"):
        text = client.get(address).content.decode()
        found = dict(tag(text, '<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"'))
        assert found == {
            "en": "http://localhost/",
            "it": "http://localhost/it/",
            "x-default": "http://localhost/",
        }


def test_a_page_of_one_language_has_no_alternates(client, post):
    assert "hreflang=" not in client.get(post.url).content.decode().split("</head>")[0]


def test_the_page_number_is_part_of_title_and_canonical():
    metadata = Metadata(title="Blog", site_name="S", canonical="http://localhost/blog/")
    second = metadata.numbered(2)
    assert second.full_title == "Blog, page 2 – S"
    assert second.canonical == "http://localhost/blog/?page=2"
