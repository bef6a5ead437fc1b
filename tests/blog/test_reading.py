"""How long a post takes to read, in the language of the page."""

import pytest

from blog.models import BlogPostPage
from blog.reading import reading_minutes
from tests import factories


@pytest.mark.parametrize(
    ("words", "language", "minutes"),
    [
        (0, "en", 1),
        (100, "en", 1),
        (238 * 7, "en", 7),
        (188 * 7, "it", 7),
        (238 * 7, "it", 9),
        (184 * 7, "fi", 7),
        (238 * 7, "en-gb", 7),
    ],
)
def test_minutes_follow_the_pace_of_the_language(words, language, minutes):
    assert reading_minutes("word " * words, language) == minutes


def test_marks_are_no_words_and_an_apostrophe_does_not_part_one():
    assert reading_minutes("l’arte – … " * 188, "it") == 1
    assert reading_minutes("l’arte – … " * 188 * 2, "it") == 2


def test_lead_and_every_block_count_and_tags_do_not(blog):
    words = "<p>" + "loom " * 100 + "</p>"
    empty_quote = {"name": "", "role": "", "source_title": ""}
    post = factories.BlogPostPageFactory(
        parent=blog,
        lead=words,
        body=[
            ("text", words),
            ("key_sentence", {"text": words}),
            ("quote", {"quote": words, "language": "de", **empty_quote}),
            (
                "key_points",
                {"title": "", "items": [{"lead": "", "body": words}], "style": "numbered"},
            ),
            ("heading", {"text": "", "level": "h2"}),
        ],
    )
    assert BlogPostPage.objects.get(pk=post.pk).words.split() == ["loom"] * 500


def test_readers_see_the_minutes_in_their_language(client, blog, italian_home):
    body = [("text", "<p>" + "parola " * 600 + "</p>")]
    english = factories.BlogPostPageFactory(parent=blog, body=body)
    assert "3 min read" in client.get(english.url).content.decode()
    index = factories.BlogIndexPageFactory(parent=italian_home, locale=factories.locale("it"))
    italian, short = (
        factories.BlogPostPageFactory(parent=index, locale=index.locale, body=text)
        for text in (body, [])
    )
    assert "3 minuti di lettura" in client.get(italian.url).content.decode()
    assert "1 minuto di lettura" in client.get(short.url).content.decode()
