"""What a post says to machines of its cover and of those it quotes."""

import json
import re

import pytest
from PIL import Image

from tests import factories


def graph(client, page) -> list[dict]:
    text = client.get(page.url).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    return json.loads(found[1])["@graph"]


def of_type(nodes: list[dict], name: str) -> list[dict]:
    return [node for node in nodes if node["@type"] == name]


@pytest.fixture
def post(blog):
    ada = factories.PersonFactory(name="Ada Bianchi")
    free = {"quote": "<p>One &amp; all.</p><p>And more.</p>", "name": "Bea Neri"}
    source = {"language": "de", "source_title": "Rede", "source_url": "https://example.org/rede"}
    return factories.BlogPostPageFactory(
        parent=blog,
        cover=factories.make_image(credit="Carla Foto"),
        cover_caption="A bench",
        body=[
            ("quote", {"quote": "<p>Slowly.</p>", "person": ada}),
            ("quote", free | source),
            ("quote", {"quote": "", "name": "Nobody"}),
        ],
    )


def test_each_quote_is_a_quotation_of_the_posting(client, post):
    nodes = graph(client, post)
    posting = of_type(nodes, "BlogPosting")[0]["@id"]
    assert of_type(nodes, "Quotation") == [
        {
            "@type": "Quotation",
            "text": "Slowly.",
            "inLanguage": "en",
            "creator": {"@type": "Person", "name": "Ada Bianchi"},
            "isPartOf": {"@id": posting},
        },
        {
            "@type": "Quotation",
            "text": "One & all. And more.",
            "inLanguage": "de",
            "creator": {"@type": "Person", "name": "Bea Neri"},
            "url": "https://example.org/rede",
            "isPartOf": {"@id": posting},
        },
    ]


def test_the_cover_is_a_jpeg_that_anyone_can_fetch(client, post, settings):
    image, *_others = of_type(graph(client, post), "BlogPosting")[0]["image"]
    assert image["url"] == image["contentUrl"]
    assert image["url"].startswith("http://localhost/media/")
    assert (image["caption"], image["creditText"]) == ("A bench", "Carla Foto")
    file = settings.MEDIA_ROOT / image["url"].removeprefix("http://localhost/media/")
    with Image.open(file) as picture:
        assert picture.format == "JPEG"
        assert picture.size == (image["width"], image["height"])


def test_a_cover_is_offered_in_three_shapes(client, post):
    post.cover = factories.make_image(size=(1600, 1300))
    post.save()
    images = of_type(graph(client, post), "BlogPosting")[0]["image"]
    shapes = [image["width"] / image["height"] for image in images]
    assert shapes == [pytest.approx(ratio, rel=0.01) for ratio in (16 / 9, 4 / 3, 1)]


def test_without_a_cover_the_picture_is_the_one_drawn_for_sharing(client, blog):
    nodes = graph(client, factories.BlogPostPageFactory(parent=blog))
    image = of_type(nodes, "BlogPosting")[0]["image"]
    (drawn,) = [node for node in nodes if node.get("@id") == image["@id"]]
    assert client.get(drawn["url"]).status_code == 200


def test_a_cover_whose_file_is_lost_does_not_break_the_page(client, post):
    post.cover.file.storage.delete(post.cover.file.name)
    assert client.get(post.url).status_code == 200
