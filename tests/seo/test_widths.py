"""How wide titles are in search results."""

import pytest

from seo.widths import pixel_width


def test_width_is_a_matter_of_letters_not_of_their_number():
    assert pixel_width("i" * 10) == 44
    assert pixel_width("W" * 10) == 189
    assert pixel_width("") == 0


@pytest.mark.parametrize(("text", "plain"), [("però", "pero"), ("Città", "Citta"), ("È", "E")])
def test_an_accent_takes_no_room(text, plain):
    assert pixel_width(text) == pixel_width(plain)


def test_a_letter_of_another_script_is_as_wide_as_it_is_high():
    assert pixel_width("織") == 20


def test_the_size_is_in_pixels():
    assert pixel_width("loom", 40) == pytest.approx(2 * pixel_width("loom"), abs=1)
