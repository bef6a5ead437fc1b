"""The catalogues are whole: nothing empty, nothing doubtful, no placeholder lost, nothing forgotten."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import datetime

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}|</?[a-z0-9]+")
CATALOGUES = {
    code: Path(settings.LOCALE_PATHS[0]) / code / "LC_MESSAGES/django.po"
    for code, _name in settings.LANGUAGES
    if code != settings.LANGUAGE_CODE
}
IN_TEMPLATE = re.compile(r"""{%\s*translate\s+"([^"]+)"|_\("([^"]+)"\)""")


def messages(code: str) -> list:
    with CATALOGUES[code].open("rb") as file:
        return [message for message in read_po(file) if message.id]


@pytest.mark.parametrize("code", CATALOGUES)
def test_every_message_is_translated_for_sure(code):
    for message in messages(code):
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(texts), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("code", CATALOGUES)
def test_placeholders_and_tags_survive_translation(code):
    for message in messages(code):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        expected = set(PLACEHOLDER.findall(ids[-1]))
        for text in texts:
            assert set(PLACEHOLDER.findall(text)) <= expected, message.id
        assert set(PLACEHOLDER.findall(texts[-1])) == expected, message.id


@pytest.mark.parametrize("code", CATALOGUES)
def test_no_text_of_the_templates_is_forgotten(code):
    known = {message.id for message in messages(code)}
    for template in Path("templates").rglob("*.html"):
        for found in IN_TEMPLATE.findall(template.read_text()):
            assert "".join(found) in known, f"{template}: {found}"


def test_dates_are_written_as_each_language_writes_them():
    day = datetime(2026, 3, 9)
    with translation.override("en"):
        assert date_format(day) == "9 March 2026"
    with translation.override("it"):
        assert date_format(day) == "9 marzo 2026"
