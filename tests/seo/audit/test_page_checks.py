"""Each check of a page, with a page that has the fault and one that has not."""

import datetime

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import ReferenceIndex

from blog.models import BlogPostPage
from core.models import SitePage
from home.models import ContentPage
from seo.models import SeoSettings, TitleTemplate
from tests import factories
from tests.seo.audit.conftest import text


def set_fields(page, **fields) -> None:
    type(page).objects.filter(pk=page.pk).update(**fields)


def link_to(page, words="there") -> dict:
    return text(
        f'<p><a linktype="page" id="{page if isinstance(page, int) else page.pk}">{words}</a></p>'
    )


@pytest.mark.parametrize(
    ("code", "place", "change"),
    [
        ("title-vague", "seo_title", {"seo_title": "Home"}),
        ("title-long", "seo_title", {"seo_title": "Weaving words and wool " * 4}),
        ("description-missing", "search_description", {"search_description": "", "body": "[]"}),
        ("description-short", "search_description", {"search_description": "Too short."}),
        ("description-long", "search_description", {"search_description": "Long and longer " * 12}),
        ("thin", "body", {"body": "[]"}),
    ],
)
def test_a_page_is_found_once_spoilt(make_page, found, code, place, change):
    page, hidden = make_page(), make_page("Hidden", noindex=True)
    assert page.pk not in [pk for pk, *_rest in found(code)]
    for one in (page, hidden):
        set_fields(one, **change)
    hits = found(code)
    assert [(pk, where) for pk, _detail, where in hits if pk in (page.pk, hidden.pk)] == [
        (page.pk, place)
    ]


def test_an_empty_title_is_for_developers(make_page, found):
    page = make_page()
    assert found("title-missing") == []
    settings = SeoSettings.objects.create(site=page.get_site())
    TitleTemplate.objects.create(settings=settings, kind="home.contentpage", template="{title}")
    set_fields(page, title=" ", seo_title=" ")
    assert [pk for pk, *_rest in found("title-missing")] == [page.pk]


def test_the_home_page_may_be_short_and_needs_no_link(home, found):
    for code in ("thin", "orphan"):
        assert home.pk not in [pk for pk, *_rest in found(code)]


def test_a_picture_without_alternative_text_is_found_where_it_stands(make_page, found):
    def figure(alt="", decorative=False):
        image = {"image": picture.pk, "alt_text": alt, "decorative": decorative}
        value = {"image": image, "caption": "", "credit": "", "size": "text"}
        return {"type": "figure", "value": value, "id": "22222222-2222-4222-8222-222222222222"}

    picture = factories.make_image(title="A loom")
    make_page("Described", [figure("A loom with a red warp")])
    make_page("Decorated", [figure(decorative=True)])
    spoilt = make_page("Undescribed", [figure("A loom"), figure()])
    place = "body.22222222-2222-4222-8222-222222222222.image.alt_text"
    assert found("alt-missing") == [(spoilt.pk, "A loom", place)]


def test_a_link_to_what_was_deleted_is_found(make_page, found):
    target = make_page("Target")
    page = make_page("Linking", [link_to(target)])
    assert found("link-missing") == []
    target.delete()
    (hit,) = found("link-missing")
    assert hit[0] == page.pk
    assert hit[2].startswith("body.")


@pytest.mark.parametrize("words", ["Read more →", "clicca qui", "https://example.org/a", "QUI."])
def test_a_link_whose_words_say_nothing_is_found(make_page, found, words):
    target = make_page("Target")
    make_page("Plain", [link_to(target, "our list of prices")])
    page = make_page("Vague", [link_to(target, words)])
    ((pk, detail, place),) = found("link-vague")
    assert (pk, detail) == (page.pk, words)
    assert place.startswith("body.")


@pytest.mark.parametrize(("words", "hits"), [(120, 0), (121, 1)])
def test_a_long_paragraph_is_found(make_page, found, words, hits):
    make_page("Long", [text(f"<p>{'wool ' * words}</p><p>Short.</p>")])
    ours = [detail for _pk, detail, _place in found("paragraph-long") if "wool" in detail]
    assert len(ours) == hits


def test_a_button_whose_page_was_deleted_is_found(make_page, found):
    target = make_page("Target")
    link = {"text": "Go", "page": target.pk, "document": None, "url": "", "email": ""}
    value = {"title": "Come", "text": "", "link": link, "second_link": {}}
    block = {
        "type": "call_to_action",
        "value": value,
        "id": "3" * 8 + "-3333-4333-8333-333333333333",
    }
    page = make_page("Inviting", [block])
    assert found("link-missing") == []
    target.delete()
    assert found("link-missing") == [(page.pk, "Go", f"body.{block['id']}.link.page")]


def test_a_link_to_a_document_that_was_deleted_is_found(make_page, found):
    document = factories.make_document()
    link = text(f'<p><a linktype="document" id="{document.pk}">price list</a></p>')
    page = make_page("Linking", [link])
    assert found("link-missing") == []
    document.delete()
    assert [pk for pk, *_rest in found("link-missing")] == [page.pk]


def test_a_link_to_a_page_that_is_not_public_is_found(make_page, found):
    target = make_page("Target")
    page = make_page("Linking", [link_to(target)])
    assert found("link-closed") == []
    set_fields(target, live=False)
    assert [pk for pk, *_rest in found("link-closed")] == [page.pk]


def test_a_link_is_fine_while_readers_get_the_translation(make_page, found, italian_home):
    target = make_page("Target", live=False)
    factories.ContentPageFactory(
        parent=italian_home, locale=italian_home.locale, translation_key=target.translation_key
    )
    english = make_page("Linking", [link_to(target)])
    italian = factories.ContentPageFactory(parent=italian_home, locale=italian_home.locale)
    italian.body = english.body
    italian.save()
    assert [pk for pk, *_rest in found("link-closed")] == [english.pk]


@pytest.mark.parametrize("host", ["", "http://localhost"])
def test_an_address_of_this_site_where_nothing_is_is_found(make_page, found, blog, host):
    make_page("Right", [text(f'<p><a href="{host}/blog/">b</a><a href="#down">d</a></p>')])
    page = make_page("Wrong", [text(f'<p><a href="{host}/blog/nothing/">n</a></p>')])
    assert [hit[:2] for hit in found("link-not-found")] == [(page.pk, f"{host}/blog/nothing/")]


def test_a_listing_without_posts_is_an_address_where_nothing_is(make_page, found, blog):
    page = make_page("Wrong", [text('<p><a href="/blog/1999/">1999</a></p>')])
    assert [pk for pk, *_rest in found("link-not-found")] == [page.pk]


def test_a_link_to_an_old_address_is_found(make_page, found):
    Redirect.objects.create(old_path="/old", redirect_link="https://example.org/")
    page = make_page("Linking", [text('<p><a href="/old/">old</a></p>')])
    assert [hit[:2] for hit in found("link-redirected")] == [(page.pk, "/old/")]
    assert found("link-not-found") == []


def test_a_link_to_a_page_that_fails_is_for_developers(make_page, found, monkeypatch):
    target = make_page("Target", slug="target")
    page = make_page("Linking", [text('<p><a href="/target/">t</a></p>')])
    assert found("link-failing") == []

    def fail(self, request, *args, **kwargs):
        raise ValueError("broken")

    monkeypatch.setattr(ContentPage, "serve", fail)
    assert [pk for pk, *_rest in found("link-failing")] == [page.pk]
    assert target.live


def test_a_page_to_which_nothing_leads_is_an_orphan(make_page, found):
    alone, linked = make_page("Alone"), make_page("Linked")
    ReferenceIndex.create_or_update_for_object(make_page("Linking", [link_to(linked)]))
    orphans = [pk for pk, *_rest in found("orphan")]
    assert alone.pk in orphans
    assert linked.pk not in orphans


def test_a_post_that_only_lists_lead_to_is_no_orphan(make_page, found, blog):
    post, linked = (factories.BlogPostPageFactory(parent=blog) for _number in range(2))
    ReferenceIndex.create_or_update_for_object(make_page("Linking", [link_to(linked)]))
    assert [pk for pk, *_rest in found("only-listed")] == [post.pk]
    assert not {post.pk, linked.pk} & {pk for pk, *_rest in found("orphan")}


def test_a_page_that_nobody_has_changed_for_years_is_stale(make_page, found):
    old, new = make_page("Old"), make_page("New")
    set_fields(old, last_published_at=timezone.now() - datetime.timedelta(days=800))
    set_fields(new, last_published_at=timezone.now() - datetime.timedelta(days=100))
    assert [pk for pk, *_rest in found("stale")] == [old.pk]


def test_drafts_are_not_looked_at(make_page, found):
    set_fields(make_page(), live=False, body="[]")
    assert found("thin") == []


def test_every_post_is_looked_at_as_its_own_type(found, blog):
    post = factories.BlogPostPageFactory(parent=blog)
    assert post.pk in [pk for pk, *_rest in found("thin")]
    assert isinstance(SitePage.objects.get(pk=post.pk).specific, BlogPostPage)
