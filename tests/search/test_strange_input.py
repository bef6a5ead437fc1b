"""A little of the fuzz in tests/proof, in every run: no input is an error, and none is an error in the log."""

import logging

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from home.models import HomePage
from search.analysis import analyser
from search.finding import find
from search.query import MOST_WORDS, parse
from tests import factories

few = settings(
    max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
# Surrogates too, which no address can carry but a caller in Python may.
anything = st.one_of(
    st.text(alphabet=st.characters(), max_size=80),
    st.text(alphabet="\"'()*&|!:-<>%\\{}[]^~§\x00\t ab", max_size=40),
    st.text(alphabet=st.characters(categories=["Cs", "Lo", "Mn", "So", "Nd"]), max_size=40),
)


class TestStrangeInput(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = HomePage.objects.get(locale__language_code="en")
        factories.ContentPageFactory(parent=cls.home, title="The loom ab")

    @few
    @given(words=anything)
    def test_a_search_always_ends(self, words):
        with self.assertNoLogs("django", level=logging.ERROR):
            found = find(words, self.home.locale)
        assert found.total >= 0
        assert sum(len(word.words) for word in found.reading.query.wanted) <= MOST_WORDS

    @few
    @given(words=anything)
    def test_reading_what_was_read_changes_nothing(self, words):
        known = analyser("en")
        once = parse(words, known)
        assert parse(once.text, known) == once

    @few
    @given(text=anything)
    def test_terms_hold_nothing_that_an_engine_could_misread(self, text):
        for term in analyser("it").terms(text):
            assert term.isalnum()
            assert len(term) <= 40
