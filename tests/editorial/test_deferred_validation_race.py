"""Why editors are served by processes of one thread: saving a draft changes block definitions that threads share.

Wagtail puts validation off by a mark on the definition itself (`Block.clean_deferred`), which all requests of a process
use. Should one of these tests fail after an upgrade, Wagtail has ended that, and threads may be thought of again.
"""

import threading

import pytest
from django.core.exceptions import ValidationError
from wagtail import blocks

from config import gunicorn
from core.blocks.text import HeadingBlock

WITHIN_SECONDS = 20


class PausingBlock(blocks.CharBlock):
    """Stands still in the threads that are told to, until somebody lets them go on."""

    def __init__(self):
        super().__init__(required=False)
        self.pauses = {}

    def clean(self, value):
        if pause := self.pauses.get(threading.get_ident()):
            reached, go_on = pause
            reached.set()
            assert go_on.wait(WITHIN_SECONDS)
        return super().clean(value)


class Draft:
    """A save in a thread of its own, which stands still between its first block and its last."""

    def __init__(self, definition, value, pausing):
        self.reached, self.go_on, self.error = threading.Event(), threading.Event(), None

        def save():
            pausing.pauses[threading.get_ident()] = (self.reached, self.go_on)
            try:
                definition.clean_deferred(value)
            except ValidationError as error:
                self.error = error

        self.thread = threading.Thread(target=save)
        self.thread.start()
        assert self.reached.wait(WITHIN_SECONDS)

    def finish(self):
        self.go_on.set()
        self.thread.join(WITHIN_SECONDS)
        return self.error


@pytest.fixture
def pausing():
    return PausingBlock()


@pytest.fixture
def definition(pausing):
    return blocks.StreamBlock([("pause", pausing), ("heading", HeadingBlock())])


@pytest.fixture
def unfinished(definition):
    return definition.to_python(
        [{"type": "pause", "value": ""}, {"type": "heading", "value": {"text": "", "level": "h2"}}]
    )


def test_what_is_published_beside_a_save_is_not_asked_for_anything(definition, unfinished, pausing):
    with pytest.raises(ValidationError):
        definition.clean(unfinished)
    draft = Draft(definition, unfinished, pausing)
    definition.clean(unfinished)
    assert draft.finish() is None
    with pytest.raises(ValidationError):
        definition.clean(unfinished)


def test_a_save_that_is_overtaken_is_asked_for_everything(definition, unfinished, pausing):
    draft = Draft(definition, unfinished, pausing)
    definition.clean_deferred(unfinished)
    error = draft.finish()
    assert error.block_errors[1].block_errors["text"].messages == ["This field is required."]


def test_when_both_are_over_nothing_of_it_is_left(definition, unfinished, pausing):
    drafts = [Draft(definition, unfinished, pausing) for _number in range(2)]
    for draft in drafts:
        draft.finish()
    with pytest.raises(ValidationError):
        definition.clean(unfinished)


def test_the_server_gives_each_request_a_process_to_itself():
    assert getattr(gunicorn, "worker_class", "sync") == "sync"
    assert getattr(gunicorn, "threads", 1) == 1
