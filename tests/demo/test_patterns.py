"""The patterns that every site begins with: whole in each language, each a post that only waits for words."""

import pytest
from django.core.management import call_command

from blog.models import PostPattern


@pytest.fixture
def patterns(db):
    call_command("demo", "start", "--empty")
    return PostPattern.objects.all()


def test_an_empty_site_has_four_in_each_language(patterns):
    for code in ("en", "it"):
        assert patterns.filter(locale__language_code=code).count() == 4
    pairs = {}
    for pattern in patterns:
        pairs.setdefault(pattern.translation_key, []).append(pattern.outline)
    assert all(len(outlines) == 2 and outlines[0] == outlines[1] for outlines in pairs.values())


def test_each_can_be_begun_with_and_is_explained(patterns):
    for pattern in patterns:
        assert 40 <= len(pattern.description) <= 200
        assert len(pattern.outline) == len(pattern.body) >= 4
        pattern.full_clean()
        pattern.body.stream_block.clean_deferred(pattern.body)
        assert pattern.make_preview_request().status_code == 200


def test_those_that_are_there_are_left_as_they_are(patterns):
    changed, gone = patterns[0], patterns[1]
    changed.name = "Ours"
    changed.save()
    gone.delete()
    call_command("demo", "patterns")
    assert PostPattern.objects.count() == 8
    assert PostPattern.objects.get(pk=changed.pk).name == "Ours"
