"""Ten thousand strange inputs at the public addresses: an answer in time, never a 500, never an SQL error (`make proof`)."""

import logging
import os
import time
from contextlib import contextmanager
from urllib.parse import quote

from django.db import DatabaseError, connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from home.models import HomePage
from search.models import Synonyms
from tests import factories

# What FTS5 and tsquery would take for their own.
OPERATORS = [
    "NEAR(a b)",
    "a <-> b",
    "a & b",
    "a | !b",
    "title_terms : a",
    "{a b} : c",
    "^a",
    "'a'",
    "a:*",
    "§l1",
    "-",
    "%s",
]
# What a search has words for, and what it has none for.
WORDS = [
    "loom",
    "lomm",
    "città",
    "the",
    "of",
    "AND",
    "OR",
    "NOT",
    "e-mail",
    "織機",
    "نول",
    "🧵",
    "👩‍👩‍👧",
    "\ud800",
    "\x00",
]
SIGNS = ['"', "*", ":", "-loom", '"the loom', "-", "''", "\u200f", "\u0301"]
strange = st.one_of(
    st.text(st.characters(), max_size=200),
    st.text(alphabet="\"'()*&|!:-<>%\\{}[]^~\x00\t \ud800", max_size=60),
    st.lists(st.sampled_from([*WORDS, *SIGNS, *OPERATORS])).map(" ".join),
    # Ten kilobytes of words, and hundreds that hyphens join.
    st.builds(
        lambda word, sign, times: sign.join([word] * times),
        st.sampled_from(WORDS),
        st.sampled_from(" -.\"'"),
        st.integers(1, 2000),
    ),
)
many = settings(
    max_examples=int(os.environ.get("EXAMPLES", "5000")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    print_blob=True,
)
# Of the processor, not of the clock, so that other work on the machine is not counted.
MOST_SECONDS = 1


class Complaints(logging.Handler):
    """Keeps what is logged as an error, and every SQL error, even one that the site has caught."""

    def __init__(self):
        super().__init__(logging.ERROR)
        self.found = []

    def emit(self, record):
        self.found.append(record.getMessage())

    def watch(self, execute, sql, params, many, context):
        try:
            return execute(sql, params, many, context)
        except DatabaseError as error:
            self.found.append(f"{error}: {sql}")
            raise


@contextmanager
def complaints():
    handler = Complaints()
    logging.getLogger().addHandler(handler)
    try:
        with connection.execute_wrapper(handler.watch):
            yield handler.found
    finally:
        logging.getLogger().removeHandler(handler)


def quoted(text: str) -> str:
    """Write a text as an address does, lone surrogates as the bytes that no text has."""
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


class TestStrangeInput(TestCase):
    @classmethod
    def setUpTestData(cls):
        home = HomePage.objects.get(locale__language_code="en")
        blog = factories.BlogIndexPageFactory(parent=home)
        factories.PeopleIndexPageFactory(parent=home)
        factories.BlogPostPageFactory(parent=blog, title="The loom")
        Synonyms.objects.create(words="loom, AND, città", locale=home.locale)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"SET statement_timeout = '{MOST_SECONDS}s'")

    def answers(self, address: str, **query: str) -> None:
        written = "&".join(f"{name}={quoted(value)}" for name, value in query.items())
        with complaints() as found:
            begun = time.process_time()
            response = self.client.get(address, QUERY_STRING=written)
            took = time.process_time() - begun
        assert response.status_code < 500, (address, query)
        assert found == [], (address, query)
        assert took < MOST_SECONDS, (address, query)

    @many
    @given(words=strange, page=st.one_of(st.none(), strange))
    def test_the_search_always_answers(self, words, page):
        self.answers("/search/", q=words, **({} if page is None else {"page": page}))

    @many
    @given(words=strange, facet=st.sampled_from(["type", "category", "tag", "author", "year"]))
    def test_suggestions_and_choices_always_answer(self, words, facet):
        self.answers("/search/suggest/", q=words)
        self.answers("/search/", **{"q": "loom", facet: words})

    @many
    @given(
        folder=st.sampled_from(
            ["/", "/blog/", "/blog/category/", "/blog/tag/", "/people/", "/it/"]
        ),
        slug=strange,
    )
    def test_every_address_answers(self, folder, slug):
        self.answers(f"{folder}{quoted(slug)}/")
