"""The catalogue of blocks, walked from its first to its last."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test import RequestFactory
from django.utils import translation
from wagtail.blocks import StreamValue

from core.streams import searchable
from home.blocks.landing import LandingStreamBlock
from tests import factories
from tests.bodies import SECTION_WORDS, WORDS, landing_body

STREAM = LandingStreamBlock()
BLOCKS = STREAM.child_blocks
blocks = pytest.mark.parametrize("name", BLOCKS)


@pytest.fixture
def pictures(db):
    return [factories.make_image(title=f"Picture {number}") for number in range(4)]


def render(name: str, value, is_preview=False) -> str:
    request = RequestFactory().get("/")
    request.is_preview = is_preview
    return BLOCKS[name].render(value, context={"request": request, "id": "b1"})


@blocks
def test_every_block_explains_itself_in_both_languages(name):
    block = BLOCKS[name]
    texts = []
    for language in ("en", "it"):
        with translation.override(language):
            description = str(block.get_description())
            assert 20 <= len(description) <= 140, description
            texts.append((description, str(block.label)))
            assert str(block.meta.group)
    assert texts[0][0] != texts[1][0]


def test_no_two_blocks_have_the_same_name_or_icon_in_a_language():
    for language in ("en", "it"):
        with translation.override(language):
            labels = [str(block.label) for block in BLOCKS.values()]
            assert len(set(labels)) == len(labels), language


@blocks
def test_template_stylesheet_class_and_key_share_a_name(pictures, name):
    block = BLOCKS[name]
    assert block.meta.template == f"blocks/{name}.html"
    sheet = Path(f"static/css/{name}.css").read_text()
    assert f".{name}" in sheet
    # Those show records, of which there are none here.
    if name not in ("related_posts", "form"):
        html = BeautifulSoup(render(name, block.get_preview_value()), "html.parser")
        assert html.select(f".{name}")


@blocks
def test_every_block_shows_a_sample_in_the_picker(admin, pictures, name):
    block = BLOCKS[name]
    assert block.is_previewable
    response = admin.get("/admin/block-preview/", {"id": block.definition_prefix})
    assert response.status_code == 200
    assert "<main" in response.content.decode()


@blocks
@pytest.mark.parametrize("is_preview", [True, False])
def test_every_block_renders_with_every_field_empty(db, name, is_preview):
    assert "None" not in render(name, BLOCKS[name].get_default(), is_preview)


@blocks
def test_an_unfinished_block_can_be_saved_as_a_draft(db, name):
    BLOCKS[name].clean_deferred(BLOCKS[name].get_default())


def test_every_block_is_found_for_what_wagtail_would_find_it_for(blog):
    image, person = factories.make_image(), factories.PersonFactory()
    body = landing_body(blog, image, person, factories.BlogPostPageFactory(parent=blog))
    for block in StreamValue(STREAM, body):
        stock = " ".join(block.block.get_searchable_content(block.value)).split()
        # What Wagtail writes for a text that is not there.
        stock = [word for word in stock if word != "None"]
        assert " ".join(searchable(block.block, block.value)).split() == stock


def test_a_page_shows_all_that_its_blocks_say(client, home, blog, people_index):
    image = factories.make_image(credit="Drawn by Ada")
    person = factories.PersonFactory(short_bio="<p>Short life.</p>")
    body = landing_body(blog, image, person, factories.BlogPostPageFactory(parent=blog))
    assert [name for name, _value in body] == list(BLOCKS)
    page = factories.LandingPageFactory(parent=home, body=body)
    shown = BeautifulSoup(client.get(page.url).content, "html.parser").main
    text = " ".join(shown.get_text().split())
    said = WORDS | SECTION_WORDS
    assert {name: [w for w in said[name] if w not in text] for name in BLOCKS} == {
        name: [] for name in BLOCKS
    }
    assert len(shown.select("h1")) == 1
    ids = [tag["id"] for tag in shown.select("[id]")]
    assert len(set(ids)) == len(ids)


def test_the_groups_stand_in_the_order_of_work():
    with translation.override("en"):
        groups = [str(group) for group, _blocks in STREAM.grouped_child_blocks()]
    assert groups == [
        "Page sections",
        "Text",
        "Media",
        "Conversion",
        "Social proof",
        "Structure",
        "Links",
    ]


@pytest.mark.parametrize(
    ("name", "most"),
    [("call_to_action", 3), ("call_to_action_band", 2), ("hero", 1), ("statistics", 3)],
)
def test_a_page_takes_only_so_many_of_a_loud_block(db, name, most):
    sample = BLOCKS[name].get_preview_value()
    value = STREAM.normalize([(name, sample)] * (most + 1))
    with pytest.raises(Exception, match="Validation error") as caught:
        STREAM.clean(value)
    assert str(most) in str(caught.value.non_block_errors.as_text())
