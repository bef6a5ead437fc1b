"""Links that are suggested to who writes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.models import SitePage
from editorial.linking import suggestions
from search.rebuilding import rebuild
from tests import factories

LOOM = "<p>A warp is wound on the beam of a loom; the weft crosses the warp.</p>"
BREAD = "<p>Dough rests in the bakery until the oven is hot.</p>"


def prose(html: str) -> list[dict]:
    return [{"type": "text", "value": html, "id": "11111111-1111-4111-8111-111111111111"}]


@pytest.fixture
def make_post(blog):
    def make(title, html, parent=blog, **fields):
        post = factories.BlogPostPageFactory(parent=parent, title=title, **fields)
        post.body = post._meta.get_field("body").to_python(prose(html))
        post.save()
        return post

    return make


@pytest.fixture
def posts(make_post):
    """A draft about looms, three posts of which two are about them, and twenty about nothing of the kind."""
    for number in range(20):
        make_post(f"Other {number}", f"<p>Nothing {number} of interest stands here.</p>")
    draft = make_post("How to wind a warp", LOOM, live=False)
    made = [
        make_post("The warp and the loom", LOOM),
        make_post("A weft of silk", "<p>The weft is silk, the warp is wool.</p>"),
        make_post("Baking bread", BREAD),
    ]
    rebuild(lambda done, total: None, anew=True)
    return draft, made


def titles(page) -> list[str]:
    return [suggestion.title for suggestion in suggestions(page)]


def test_pages_that_share_the_words_are_suggested_the_closest_first(posts):
    draft, (loom, silk, _bread) = posts
    assert titles(draft) == [loom.title, silk.title]


def test_what_is_linked_already_is_not_suggested(posts):
    draft, (loom, silk, _bread) = posts
    link = f'<p><a linktype="page" id="{loom.pk}">warp</a></p>'
    draft.body = draft._meta.get_field("body").to_python(prose(LOOM + link))
    draft.save_revision()
    assert titles(draft) == [silk.title]


def test_the_latest_draft_is_read_not_what_is_public(posts, make_post):
    _draft, (_loom, _silk, bread) = posts
    page = make_post("Public", BREAD)
    page.title, page.body = "Warp", page._meta.get_field("body").to_python(prose(LOOM))
    page.save_revision()
    assert bread.title not in titles(page)


def test_neither_the_page_itself_nor_a_draft_nor_another_language_is_suggested(
    posts, make_post, italian_home
):
    draft, (loom, silk, _bread) = posts
    SitePage.objects.filter(pk=loom.pk).update(live=False)
    blog = factories.BlogIndexPageFactory(parent=italian_home, locale=italian_home.locale)
    make_post("Loom warp weft", LOOM, parent=blog, locale=blog.locale)
    rebuild(lambda done, total: None, anew=True)
    assert titles(draft) == [silk.title]
    assert silk.title not in titles(silk)


def test_a_page_without_words_has_no_suggestions(posts, make_post):
    assert titles(make_post("…", "")) == []


def test_at_most_five_are_shown_with_a_constant_number_of_queries(posts, make_post):
    draft, _made = posts

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            suggestions(draft)
        return len(captured)

    queries()
    few = queries()
    for number in range(8):
        make_post(f"Warp {number}", LOOM)
    rebuild(lambda done, total: None, anew=True)
    assert len(suggestions(draft)) == 5
    assert queries() <= few


def address(page) -> str:
    return reverse("link_suggestions", args=[page.pk])


def test_an_editor_gets_them_with_their_addresses(admin, posts):
    draft, (loom, _silk, _bread) = posts
    text = admin.get(address(draft)).content.decode()
    assert f'value="{loom.full_url}"' in text


def test_who_may_not_edit_the_page_gets_none(client, posts, make_user):
    draft, _made = posts
    assert client.get(address(draft)).status_code == 302
    user = make_user("Editors")
    user.groups.clear()
    user.groups.create(name="Readers")
    client.force_login(user)
    assert client.get(address(draft)).status_code in (302, 403)


def test_a_page_that_is_not_there_is_missing(admin):
    assert admin.get(reverse("link_suggestions", args=[99999])).status_code == 404


@pytest.mark.parametrize("kind", [("blog", "blogpostpage"), ("home", "contentpage")])
def test_a_new_page_is_saved_first(admin, blog, home, kind):
    parent = blog if kind[0] == "blog" else home
    text = admin.get(reverse("wagtailadmin_pages:add", args=[*kind, parent.pk])).content.decode()
    assert "Save the page first" in text


def test_the_editor_offers_the_button(admin, posts):
    draft, _made = posts
    text = admin.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert f'data-w-swap-src-value="{address(draft)}"' in text
