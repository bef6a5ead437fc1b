"""Links to pages inside prose: to what readers can open, in their language, at the cost of one query."""

import pytest
from django.utils import translation
from wagtail.rich_text import expand_db_html

from tests import factories


@pytest.fixture
def about(home):
    return factories.ContentPageFactory(parent=home, slug="about")


def link(page) -> str:
    return f'<a linktype="page" id="{page.pk}">Here</a>'


def test_a_link_leads_to_its_page(about):
    assert expand_db_html(link(about)) == '<a href="/about/">Here</a>'


def test_a_link_to_what_is_not_published_says_no_address(about):
    about.unpublish()
    assert expand_db_html(link(about)) == "<a>Here</a>"


@pytest.mark.parametrize("key", ["999999", "", "x"])
def test_a_link_to_nothing_says_no_address(about, key):
    assert expand_db_html(f'<a linktype="page" id="{key}">Here</a>') == "<a>Here</a>"


def test_a_link_leads_to_the_translation_where_there_is_one(about, italian_home):
    translated = about.copy_for_translation(factories.locale("it"))
    with translation.override("it"):
        assert expand_db_html(link(about)) == '<a href="/about/">Here</a>'
        translated.save_revision().publish()
        assert expand_db_html(link(about)) == f'<a href="/it/{translated.slug}/">Here</a>'


def test_many_links_cost_one_query(home, about, django_assert_num_queries):
    others = [factories.ContentPageFactory(parent=home) for _ in range(3)]
    html = "".join(link(page) for page in [about, *others])
    expand_db_html(html)
    with django_assert_num_queries(1):
        expand_db_html(html)
