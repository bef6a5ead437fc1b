"""The picture that is drawn where nobody chose one."""

import io
import re

import pytest
from django.core.files.storage import default_storage
from PIL import Image, ImageChops

from seo import cards
from seo.cards import Card, draw, face
from seo.typesetting import broken, fitted
from tests import factories

ITALIAN = (
    "Che cosa abbiamo imparato in undici anni di assemblee, votazioni, macchine del caffè e "
    "responsabilità condivise fra trentuno botteghe della bassa padana"
)
BOX = cards.TITLE_BOX


def card(title="A loom", **fields) -> Card:
    values = {"kicker": "Tools", "byline": "Ada Bianchi", "brand": "Telaio", "accent": "#2a3fb0"}
    return Card(title, **values | fields)


def share_address(client, page_address: str) -> str:
    text = client.get(page_address).content.decode()
    return re.search(r'property="og:image" content="([^"]*)"', text)[1]


def test_a_page_without_a_picture_is_shared_with_one_that_is_drawn(client, blog):
    post = factories.BlogPostPageFactory(parent=blog, title="A loom")
    address = share_address(client, post.url)
    response = client.get(address)
    assert response["Content-Type"] == "image/png"
    assert "immutable" in response["Cache-Control"]
    with Image.open(io.BytesIO(response.content)) as picture:
        assert picture.size == (1200, 630)
    assert share_address(client, post.url) == address


def test_the_address_is_new_when_the_words_are(client, blog):
    post = factories.BlogPostPageFactory(parent=blog, title="A loom")
    before = share_address(client, post.url)
    post.title = "Two looms"
    post.save_revision().publish()
    after = share_address(client, post.url)
    assert before != after
    assert client.get(before).content != client.get(after).content


def test_a_card_is_drawn_once(client, home, monkeypatch):
    address = share_address(client, "/")
    first = client.get(address).content
    monkeypatch.setattr(cards, "draw", lambda card: pytest.fail("drawn again"))
    assert client.get(address).content == first
    assert len(default_storage.listdir("share")[1]) == 1


def test_a_card_is_shown_even_if_it_cannot_be_kept(client, home, settings, tmp_path):
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "share").write_text("no folder")
    assert client.get(share_address(client, "/")).status_code == 200


@pytest.mark.parametrize(
    "change", [lambda token: "x" + token, lambda token: token[:-1], lambda token: "x~y"]
)
def test_nobody_else_can_have_anything_drawn(client, db, change):
    assert client.get(f"/share/{change(card().token)}.png").status_code == 404


def test_nothing_is_drawn_for_a_draft(rf, blog):
    post = factories.BlogPostPageFactory(parent=blog, live=False)
    response = post.make_preview_request()
    response.render()
    assert "og:image" not in response.content.decode()


def test_a_picture_that_is_too_small_to_share_gives_way(client, blog):
    post = factories.BlogPostPageFactory(parent=blog, cover=factories.make_image(size=(599, 400)))
    assert "/share/" in share_address(client, post.url)


@pytest.mark.parametrize(
    "title", ["Filo", "A loom for three", ITALIAN, "Precipitevolissimevolmente" * 3]
)
def test_a_title_fits_whole_and_as_large_as_it_can(title):
    size, lines = fitted(title, lambda size: face(size, cards.BOLD), cards.TITLE_SIZES, BOX)
    assert "".join("".join(lines).split()) == "".join(title.split())
    assert all(face(size, cards.BOLD).width(line) <= BOX[0] for line in lines)
    assert len(lines) * size * 1.08 <= BOX[1]


def test_longer_titles_are_set_smaller():
    sizes = [
        fitted(title, lambda size: face(size, cards.BOLD), cards.TITLE_SIZES, BOX)[0]
        for title in ("Filo", "How to price a thing you have made a hundred times", ITALIAN)
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


def test_lines_are_even_and_words_whole():
    letters = face(60, cards.BOLD)
    assert broken("one two three", letters, letters.width("one two")) == ["one two", "three"]


def test_a_text_beyond_all_bounds_is_cut_short():
    _size, lines = fitted("x" * 660, lambda size: face(size, 500), cards.TITLE_SIZES, BOX)
    assert lines[-1].endswith("…")
    assert draw(card("x" * 5000, byline="y" * 500, brand="z" * 60))


def test_what_the_font_cannot_write_is_left_out():
    assert draw(card("A loom")) == draw(card("A 🚀 loom 織"))
    assert draw(card("織"))


def test_accents_and_colour_are_drawn():
    def pixels(drawn: Card) -> Image.Image:
        return Image.open(io.BytesIO(draw(drawn)))

    assert ImageChops.difference(pixels(card("Perche")), pixels(card("Perché"))).getbbox()
    assert pixels(card(accent="#a33c1f")).getpixel((5, 5)) == (0xA3, 0x3C, 0x1F)


def test_the_address_stays_short_however_much_is_to_be_said(client, blog):
    post = factories.BlogPostPageFactory(parent=blog, title=(ITALIAN * 2)[:255])
    names = [f"Person number {number} of the long house" for number in range(30)]
    factories.sign(post, *(factories.PersonFactory(name=name) for name in names))
    assert len(share_address(client, post.url)) < 800
