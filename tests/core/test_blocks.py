"""The body's blocks: previews, unfinished values, and what publishing asks for."""

import pytest
from django.test import RequestFactory
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks.body import BodyStreamBlock
from core.blocks.links import CallToActionBlock, LinkBlock
from core.blocks.media import EmbedBlock, FigureBlock
from core.blocks.structure import AuthorCardBlock, KeyPointsBlock
from core.blocks.text import HeadingBlock, KeySentenceBlock, QuoteBlock
from tests import factories

BODY = BodyStreamBlock()
NAMES = list(BODY.child_blocks)


def errors_of(block: blocks.Block, value: dict) -> set[str]:
    """Return the names of the fields that publishing would complain about."""
    try:
        block.clean(block.normalize({**block.get_default(), **value}))
    except StructBlockValidationError as error:
        return set(error.block_errors)
    return set()


@pytest.mark.parametrize("name", NAMES)
def test_every_block_explains_itself_and_has_a_preview(db, name):
    block = BODY.child_blocks[name]
    assert 20 <= len(str(block.get_description())) <= 140
    assert block.meta.group
    assert block.is_previewable
    assert block.meta.template == f"blocks/{name}.html"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("is_preview", [True, False])
def test_every_block_renders_its_sample_and_every_field_empty(db, name, is_preview):
    block = BODY.child_blocks[name]
    request = RequestFactory().get("/")
    request.is_preview = is_preview
    for value in (block.get_preview_value(), block.get_default()):
        assert isinstance(block.render(value, context={"request": request}), str)


@pytest.mark.parametrize("name", NAMES)
def test_an_unfinished_block_can_be_saved_as_a_draft(db, name):
    block = BODY.child_blocks[name]
    block.clean_deferred(block.get_default())


@pytest.mark.parametrize(
    ("block", "value", "complaints"),
    [
        (HeadingBlock(), {}, {"text"}),
        (KeySentenceBlock(), {}, {"text"}),
        (QuoteBlock(), {"quote": "<p>Words</p>"}, {"name"}),
        (QuoteBlock(), {"name": "Ada"}, {"quote"}),
        (QuoteBlock(), {"quote": "<p>Words</p>", "name": "Ada"}, set()),
        (KeyPointsBlock(), {"items": [{"body": "<p>One</p>"}]}, {"items"}),
        (KeyPointsBlock(), {"items": [{"body": "<p>1</p>"}, {"body": "<p>2</p>"}]}, set()),
        (AuthorCardBlock(), {}, {"person"}),
        (FigureBlock(), {}, {"image"}),
        (EmbedBlock(), {"url": "https://youtu.be/aqz-KE-bpKQ"}, {"title"}),
        (EmbedBlock(), {"url": "https://example.org/film", "title": "A film"}, {"url"}),
        (CallToActionBlock(), {"title": "Come", "link": {}}, {"link"}),
        (LinkBlock(), {}, {"page"}),
        (LinkBlock(), {"url": "https://example.org/"}, {"text"}),
        (
            LinkBlock(),
            {"text": "x", "url": "https://example.org/", "email": "a@example.org"},
            {"email"},
        ),
        (LinkBlock(required=False), {}, set()),
    ],
)
def test_publishing_says_at_the_field_what_is_missing(db, block, value, complaints):
    assert errors_of(block, value) == complaints


def test_a_quote_has_one_speaker(db):
    ada = factories.PersonFactory(name="Ada")
    words = {"quote": "<p>Words</p>", "person": ada}
    assert errors_of(QuoteBlock(), words) == set()
    assert errors_of(QuoteBlock(), words | {"name": "Bea"}) == {"name"}
    assert errors_of(QuoteBlock(), words | {"role": "Printer"}) == {"role"}


@pytest.mark.parametrize(
    ("block", "value"),
    [(QuoteBlock(), {"quote": "<p>Words</p>"}), (AuthorCardBlock(), {})],
)
def test_an_unpublished_person_cannot_be_published_in_a_block(db, block, value):
    draft = factories.PersonFactory(live=False)
    assert errors_of(block, value | {"person": draft}) == {"person"}


def test_a_picture_needs_a_description_or_is_decoration(db):
    image = factories.make_image()
    image.contextual_alt_text, image.decorative = "", False
    assert errors_of(FigureBlock(), {"image": image}) == {"image"}
    image.decorative = True
    assert errors_of(FigureBlock(), {"image": image}) == set()


def test_an_images_title_is_never_its_alternative_text(db):
    assert factories.make_image(title="IMG_2041.jpg").default_alt_text == ""
    assert factories.make_image(description="A loom").default_alt_text == "A loom"


def test_a_quote_is_a_figure_with_its_speaker(db):
    html = QuoteBlock().render(
        QuoteBlock().normalize(
            {
                "quote": "<p>One.</p><p>Two.</p>",
                "name": "Ada Bianchi",
                "role": "Repairer",
                "source_title": "A talk",
                "source_url": "https://example.org/talk",
                "language": "it",
            }
        )
    )
    assert "<figure" in html
    assert "<blockquote" in html
    assert 'lang="it"' in html
    assert 'cite="https://example.org/talk"' in html
    assert html.count("<p") >= 2
    caption = html[html.index("<figcaption") :]
    assert "Ada Bianchi" in caption
    assert "Repairer" in caption
    assert "A talk" in caption


def test_a_person_who_is_not_live_shows_no_card(db):
    block = AuthorCardBlock()
    value = block.normalize({"person": factories.PersonFactory(name="Hidden", live=False)})
    assert "Hidden" not in block.render(value, context={"request": RequestFactory().get("/")})


def test_an_archived_person_keeps_their_card(db):
    block = AuthorCardBlock()
    value = block.normalize({"person": factories.PersonFactory(name="Ada", archived=True)})
    html = block.render(value, context={"request": RequestFactory().get("/")})
    assert "Ada" in html
    assert "<a " not in html


@pytest.mark.parametrize(
    ("url", "provider", "player"),
    [
        (
            "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
            "YouTube",
            "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1",
        ),
        (
            "https://youtu.be/aqz-KE-bpKQ?t=3",
            "YouTube",
            "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1",
        ),
        (
            "https://vimeo.com/76979871",
            "Vimeo",
            "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1",
        ),
        ("https://evil.example/https://youtu.be/aqz-KE-bpKQ", "", ""),
        ("javascript:alert(1)//youtu.be/aqz-KE-bpKQ", "", ""),
        ("", "", ""),
    ],
)
def test_films_are_recognised_by_address_alone(url, provider, player):
    value = EmbedBlock().normalize({"url": url})
    assert (value.provider, value.player_url) == (provider, player)


def test_a_link_to_a_page_that_is_not_live_leads_nowhere(home):
    page = factories.ContentPageFactory(parent=home, title="Secret", live=False)
    assert LinkBlock().normalize({"page": page}).href == ""
