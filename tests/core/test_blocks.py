"""The body's blocks one by one: what publishing asks for, and what comes of their values."""

import pytest
from bs4 import BeautifulSoup
from django.test import RequestFactory
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from blog.blocks import RelatedPostsBlock
from core.blocks import records
from core.blocks.code import CodeBlock
from core.blocks.columns import ColumnsBlock
from core.blocks.faq import FaqBlock
from core.blocks.key_points import KeyPointsBlock
from core.blocks.links import CallToActionBlock, LinkBlock
from core.blocks.media import EmbedBlock, FigureBlock, GalleryBlock
from core.blocks.proof import LogosBlock, StatisticsBlock
from core.blocks.records import AuthorCardBlock, PersonCardsBlock, SharedSectionBlock
from core.blocks.table import TableBlock
from core.blocks.text import HeadingBlock, KeySentenceBlock, QuoteBlock
from tests import factories
from tests.bodies import faq, make_section, make_testimonial, statistics, table


def errors_of(block: blocks.Block, value: dict) -> set[str]:
    """Return the names of the fields that publishing would complain about."""
    try:
        block.clean(block.normalize({**block.get_default(), **value}))
    except StructBlockValidationError as error:
        return set(error.block_errors)
    return set()


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
        (GalleryBlock(), {}, {"pictures"}),
        (StatisticsBlock(), {"items": [{"value": "1", "label": "One"}]}, {"items"}),
        (StatisticsBlock(), statistics(), set()),
        (LogosBlock(), {}, {"logos"}),
        (FaqBlock(), {}, {"items"}),
        (FaqBlock(), faq(), set()),
        (
            FaqBlock(),
            faq(items=[{"question": q, "answer": "<p>A</p>"} for q in ("Why?", "why")]),
            {"items"},
        ),
        (ColumnsBlock(), {"columns": [[("text", "<p>One</p>")]]}, {"columns"}),
        (ColumnsBlock(), {"columns": [[("text", "<p>One</p>")], []]}, {"columns"}),
        (ColumnsBlock(), {"columns": [[("text", "<p>One</p>")]] * 2}, set()),
        (TableBlock(), {}, {"table"}),
        (TableBlock(), table(), set()),
        (TableBlock(), table(caption=""), {"table"}),
        (TableBlock(), table(rows=[]), {"table"}),
        (
            TableBlock(),
            table(columns=[{"type": "text", "heading": " "}], rows=[{"values": ["a"]}]),
            {"table"},
        ),
        (CodeBlock(), {}, {"code"}),
        (PersonCardsBlock(), {}, {"people"}),
        (records.TestimonialsBlock(), {}, {"testimonials"}),
        (SharedSectionBlock(), {}, {"section"}),
        (RelatedPostsBlock(), {}, set()),
        (RelatedPostsBlock(), {"selection": "chosen"}, {"posts"}),
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


def test_what_is_not_published_cannot_be_published_in_a_block(db):
    draft = factories.PersonFactory(live=False)
    assert errors_of(PersonCardsBlock(), {"people": [draft]}) == {"people"}
    testimonial = make_testimonial(live=False)
    assert errors_of(records.TestimonialsBlock(), {"testimonials": [testimonial]}) == {
        "testimonials"
    }
    assert errors_of(SharedSectionBlock(), {"section": make_section(live=False)}) == {"section"}


def test_a_post_that_is_not_public_is_not_chosen_for_readers(blog):
    draft = factories.BlogPostPageFactory(parent=blog, title="Secret", live=False)
    value = {"selection": "chosen", "posts": [draft]}
    assert errors_of(RelatedPostsBlock(), value) == {"posts"}


def test_a_table_can_be_heard_cell_by_cell(db):
    block = TableBlock()
    value = block.normalize(table())
    html = BeautifulSoup(block.render(value), "html.parser")
    assert html.caption.get_text() == "What it costs"
    assert [th.get_text() for th in html.select("thead th[scope=col]")] == [
        "Machine",
        "Hours",
        "Note",
    ]
    assert [th.get_text() for th in html.select("tbody th[scope=row]")] == ["Lathe"]
    assert html.tbody.b.get_text() == "day"
    value["first_column_is_heading"] = False
    assert '<th scope="row"' not in block.render(value)


def test_code_is_coloured_and_escaped_without_a_style(db):
    block = CodeBlock()
    value = block.normalize({"language": "python", "code": 'print("<b>")  # \x3c\n\nreturn'})
    html = BeautifulSoup(block.render(value), "html.parser")
    assert html.select(".k")
    assert html.code.get_text() == 'print("<b>")  # <\n\nreturn'
    assert not html.select("[style], b")
    assert len(html.select(".code-line")) == 3


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
