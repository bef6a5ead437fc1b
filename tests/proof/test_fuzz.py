"""Ten thousand strange inputs at the public addresses: an answer, and never a 500 (`make proof`)."""

from urllib.parse import quote

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
strange = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="\"'()*&|!:-<>%\\{}[]^~\x00\t ", max_size=60),
    st.lists(
        st.sampled_from(
            [
                "loom",
                "AND",
                "OR",
                "NOT",
                "-",
                '"',
                "*",
                ":",
                "città",
                "-loom",
                '"the loom',
                "lomm",
                *OPERATORS,
            ]
        )
    ).map(" ".join),
)
many = settings(
    max_examples=5000, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


class TestStrangeInput(TestCase):
    @classmethod
    def setUpTestData(cls):
        home = HomePage.objects.get(locale__language_code="en")
        blog = factories.BlogIndexPageFactory(parent=home)
        factories.PeopleIndexPageFactory(parent=home)
        factories.BlogPostPageFactory(parent=blog, title="The loom")
        Synonyms.objects.create(words="loom, AND, città", locale=home.locale)

    def answers(self, address: str, **query) -> None:
        response = self.client.get(address, query)
        assert response.status_code < 500, (address, query)

    @many
    @given(words=strange, page=st.one_of(st.none(), strange))
    def test_the_search_always_answers(self, words, page):
        safe = words.encode("utf-8", "replace").decode()
        self.answers(
            "/search/",
            q=safe,
            **({} if page is None else {"page": page.encode("utf-8", "replace").decode()}),
        )

    @many
    @given(words=strange, facet=st.sampled_from(["type", "category", "tag", "author", "year"]))
    def test_suggestions_and_choices_always_answer(self, words, facet):
        safe = words.encode("utf-8", "replace").decode()
        self.answers("/search/suggest/", q=safe)
        self.answers("/search/", **{"q": "loom", facet: safe})

    @many
    @given(
        folder=st.sampled_from(
            ["/", "/blog/", "/blog/category/", "/blog/tag/", "/people/", "/it/"]
        ),
        slug=strange,
    )
    def test_every_address_answers(self, folder, slug):
        self.answers(folder + quote(slug.encode("utf-8", "replace")) + "/")
