"""Queries per page type: a stated budget, and the same at few and at many posts."""

import datetime

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from blog.models import BlogPostPage
from core.models import Footer, Navigation
from search.models import SearchRecord
from search.rebuilding import rebuild
from tests import factories
from tests.bodies import full_body, landing_body
from tests.bulk import copy_post

# Address -> the most queries that a warm process may make.
BUDGETS = {
    "/": 18,
    "/blog/": 12,
    "/blog/category/tools/": 14,
    "/blog/tag/looms/": 14,
    "/blog/2026/": 13,
    "/blog/post-0/": 18,
    "/people/": 10,
    "/people/ada/": 14,
    "/about/": 10,
    # Every block there is: one query for each kind of record that a block refers to.
    "/blocks/": 28,
    "/landing/": 34,
    "/form/": 12,
    # Facets, counts, the other language and the note that it was searched included.
    "/search/?q=loom": 15,
    "/search/?q=loom&type=post&year=2026": 12,
    "/search/suggest/?q=loo": 10,
    "/nothing/": 10,
    "/blog/feed/": 8,
    "/blog/category/tools/feed/atom/": 9,
    "/blog/tag/looms/feed/json/": 9,
    "/blog/author/ada/feed/": 9,
}
# As above, but for one that nobody asked for since its posts changed: it has to be written.
NEW_FEED, NEW_FEED_BUDGET = "/blog/category/tools/feed/", 14
FEW, MANY = 20, 5000


@pytest.fixture
def furnished(home, blog, people_index):
    """A site with everything that a page may show, a menu and a footer included."""
    about = factories.ContentPageFactory(parent=home, title="About", slug="about")
    Navigation.objects.create(locale=home.locale, links=[("link", {"page": about})])
    Footer.objects.create(
        locale=home.locale,
        columns=[("column", {"title": "Read", "links": [{"page": about}, {"page": blog}]})],
    )
    category = factories.CategoryFactory(slug="tools")
    ada = factories.PersonFactory(slug="ada", photo=factories.make_image())
    bea = factories.PersonFactory(slug="bea")
    # Looked for often, so that it is offered from the first time on.
    SearchRecord.objects.create(
        words="loom", locale=home.locale, day=timezone.localdate(), searches=9, results=9
    )
    image = factories.make_image()

    for kind, slug, body in (
        (factories.ContentPageFactory, "blocks", full_body),
        (factories.LandingPageFactory, "landing", landing_body),
    ):
        kind(parent=home, title=slug, slug=slug, body=body(blog, image, ada))

    factories.FormPageFactory(parent=home, slug="form")

    def add_posts(first: int, last: int) -> None:
        for number in range(first, last):
            post = factories.BlogPostPageFactory(
                parent=blog,
                title=f"Loom {number}",
                slug=f"post-{number}",
                lead="<p>A lead.</p>",
                cover=image,
                category=category,
                published_on=datetime.date(2026, 1, 1) + datetime.timedelta(days=number),
                body=[
                    ("text", "<p>Text</p>"),
                    ("quote", {"quote": "<p>Words</p>", "person": ada}),
                    ("author_card", {"person": bea}),
                ],
            )
            post.tags.add("Looms")
            post.save()
            factories.sign(post, ada, bea)

    return add_posts


def queries(client, address: str) -> list[str]:
    Site.clear_site_root_paths_cache()
    client.get(address)
    return first_queries(client, address)


def first_queries(client, address: str) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return [query["sql"] for query in captured.captured_queries]


@pytest.mark.slow
def test_every_page_type_keeps_its_budget_however_many_posts_there_are(client, furnished):
    furnished(0, FEW)
    few = {address: queries(client, address) for address in BUDGETS}
    few_written = first_queries(client, NEW_FEED)
    copy_post(BlogPostPage.objects.get(slug="post-1"), MANY - FEW)
    rebuild(lambda done, total: None)
    caches["default"].clear()
    many = {address: queries(client, address) for address in BUDGETS}
    written = first_queries(client, NEW_FEED)
    assert NEW_FEED_BUDGET >= len(written) == len(few_written), written
    assert client.get("/blog/").context["posts"].paginator.count == MANY
    over = {address: len(made) for address, made in many.items() if len(made) > BUDGETS[address]}
    assert over == {}, {address: many[address] for address in over}
    grown = {
        address: (len(few[address]), len(many[address]))
        for address in BUDGETS
        if len(many[address]) > len(few[address])
    }
    assert grown == {}
