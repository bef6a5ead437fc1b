"""The catalogues are whole: nothing empty, nothing doubtful, no placeholder lost, nothing forgotten."""

import os
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import datetime

from config.catalogues import main as compile_catalogues

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}|</?[a-z0-9]+")
CATALOGUES = {
    path.parts[-3]: path for path in Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/django.po")
}
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
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


@pytest.mark.parametrize(
    "text",
    [
        '<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n=======\n',
        'msgid "%(name)s"\nmsgstr "%(nome)s"\n',
        'msgid "a\xe8"\nmsgstr "b"\n',
    ],
    ids=["conflict", "placeholder", "encoding"],
)
def test_a_broken_catalogue_stops_the_build_and_leaves_the_last_good_one(tmp_path, text):
    source = tmp_path / "it/LC_MESSAGES/django.po"
    source.parent.mkdir(parents=True)
    source.write_text(f'{HEAD}msgid "a"\nmsgstr "b"\n')
    compile_catalogues(tmp_path)
    compiled = source.with_suffix(".mo")
    good = compiled.read_bytes()
    assert good
    source.write_bytes((HEAD + text).encode("latin-1"))
    os.utime(compiled, (0, 0))
    with pytest.raises(SystemExit) as stop:
        compile_catalogues(tmp_path)
    assert str(source) in str(stop.value)
    assert {file.name for file in source.parent.iterdir()} == {"django.po", "django.mo"}
    assert compiled.read_bytes() == good
