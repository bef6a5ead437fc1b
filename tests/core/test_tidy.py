"""What a paste leaves behind is put right when prose is saved, and nothing else of it."""

import json

import pytest

from core.rich_text import TidyRichTextArea
from core.tidy import tidy


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("<p>One  two\n three</p>", "<p>One two three</p>"),
        ("<p>One\u00a0 two\u00a0\u00a0three</p>", "<p>One two three</p>"),
        ("<p>€\u00a05, 10\u00a0000</p>", "<p>€\u00a05, 10\u00a0000</p>"),
        ("<p> \u00a0One <b> two </b> three </p>", "<p>One <b>two </b>three</p>"),
        ("<p>One <b>two </b></p>", "<p>One <b>two</b></p>"),
        (
            '<p data-block-key="a"></p><p data-block-key="b">One</p><p>\u00a0</p>',
            '<p data-block-key="b">One</p>',
        ),
        ("<p><b> </b></p>", ""),
        ("<p>One<b> </b>two</p>", "<p>One<b> </b>two</p>"),
        (
            "<h2><b>One</b> <i>two</i></h2><p><b>Three</b></p>",
            "<h2>One <i>two</i></h2><p><b>Three</b></p>",
        ),
        ("<h2> </h2><p>One</p>", "<p>One</p>"),
        ("<ul><li>One</li><li> </li></ul><ol><li></li></ol>", "<ul><li>One</li></ul>"),
        (
            "<ul><li>One<ul><li>Two</li></ul></li></ul>",
            "<ul><li>One<ul><li>Two</li></ul></li></ul>",
        ),
        ("<p>One <br/> two</p>", "<p>One<br/>two</p>"),
        ("<p>One</p><hr/><p>Two</p>", "<p>One</p><hr/><p>Two</p>"),
        ('<p><a href="/a  b">One</a></p>', '<p><a href="/a  b">One</a></p>'),
        ("<p>1 &lt; 2 &amp;&amp;  3 &gt; 2</p>", "<p>1 &lt; 2 &amp;&amp; 3 &gt; 2</p>"),
        ("One  two ", "One two"),
        ("", ""),
    ],
)
def test_emptiness_goes_and_words_stay(pasted, kept):
    assert tidy(pasted) == kept
    assert tidy(kept) == kept


def test_every_editor_tidies_what_it_is_sent(settings):
    editors = settings.WAGTAILADMIN_RICH_TEXT_EDITORS.values()
    assert {editor["WIDGET"] for editor in editors} == {"core.rich_text.TidyRichTextArea"}
    texts = ("  ", "One  two")
    blocks = [
        {"key": str(number), "type": "unstyled", "depth": 0, "text": text}
        | {"inlineStyleRanges": [], "entityRanges": []}
        for number, text in enumerate(texts)
    ]
    sent = {"lead": json.dumps({"blocks": blocks, "entityMap": {}})}
    widget = TidyRichTextArea(features=["bold"])
    assert widget.value_from_datadict(sent, {}, "lead") == '<p data-block-key="1">One two</p>'
    assert widget.value_from_datadict({}, {}, "lead") is None
