"""Saving a line: exactly two texts change, on the page and in its draft, and the history tells of it."""

import json

import pytest
from django.db import connection
from wagtail.models import Page, PageLogEntry, Revision, Workflow

from blog.models import BlogPostPage, Category
from core.models import SiteVersion
from people.models import Person
from tests import factories

BODY = [("text", "<p>Public text</p>")]
TEXTS = {"seo_title": "New title", "search_description": "New description"}


@pytest.fixture
def seo(client, make_user):
    client.force_login(make_user("SEO"))
    return client


@pytest.fixture
def post(blog):
    post = factories.BlogPostPageFactory(parent=blog, title="Looms", slug="looms", body=BODY)
    post.save_revision().publish()
    return BlogPostPage.objects.get(pk=post.pk)


def address(record, sheet="pages") -> str:
    return f"/admin/seo/worksheet/{sheet}/{record.pk}/"


def version(client, record, sheet="pages") -> str:
    page = client.get(address(record, sheet)).content.decode()
    return page.split('name="version" value="')[1].split('"', maxsplit=1)[0]


def save(client, record, sheet="pages", **values):
    data = {"version": version(client, record, sheet)} | values
    return client.post(address(record, sheet), data)


def tables_of(page) -> list[dict]:
    """The rows of a page in its three tables, as the database has them."""
    rows = []
    for table, key in (
        ("wagtailcore_page", "id"),
        ("core_sitepage", "page_ptr_id"),
        ("blog_blogpostpage", "sitepage_ptr_id"),
    ):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {table} WHERE {key} = %s", [page.pk])  # noqa: S608
            names = [column[0] for column in cursor.description]
            rows.append(dict(zip(names, cursor.fetchone(), strict=True)))
    return rows


def differences(before: list[dict], after: list[dict]) -> set[str]:
    return {
        name
        for old, new in zip(before, after, strict=True)
        for name in old
        if old[name] != new[name]
    }


BOOKKEEPING = {"latest_revision_id", "latest_revision_created_at"}


def test_a_live_page_says_it_at_once_and_nothing_else_changes(seo, post):
    before, token = tables_of(post), SiteVersion.current().token
    assert "Saved." in save(seo, post, **TEXTS).content.decode()
    assert differences(before, tables_of(post)) == {*TEXTS, *BOOKKEEPING, "live_revision_id"}
    assert SiteVersion.current().token != token
    head = seo.get(post.url).content.decode()
    assert "<title>New title" in head
    assert 'content="New description"' in head
    # The next who opens the editor starts from it.
    post.refresh_from_db()
    assert post.get_latest_revision().content["seo_title"] == "New title"
    assert not post.has_unpublished_changes
    assert post.live_revision_id == post.latest_revision_id


def test_a_pending_draft_stays_unpublished_and_whole(seo, post):
    post.title = "Draft title"
    post.body = [("text", "<p>Draft text</p>")]
    draft = post.save_revision()
    content = Revision.objects.get(pk=draft.pk).content
    before = tables_of(post)
    save(seo, post, **TEXTS)
    assert differences(before, tables_of(post)) == {*TEXTS, *BOOKKEEPING}
    page = seo.get(post.url).content.decode()
    assert "Public text" in page
    assert "Draft text" not in page
    post.refresh_from_db()
    assert post.has_unpublished_changes
    newest = post.get_latest_revision()
    assert newest.pk != draft.pk
    assert json.dumps(newest.content | dict.fromkeys(TEXTS)) == json.dumps(
        content | dict.fromkeys(TEXTS)
    )
    assert {name: newest.content[name] for name in TEXTS} == TEXTS
    newest.publish()
    post.refresh_from_db()
    assert (post.title, post.seo_title) == ("Draft title", "New title")


def test_what_the_draft_says_is_shown_and_replaced_knowingly(seo, post):
    post.seo_title = "Of the draft"
    post.save_revision()
    assert "Of the draft" in seo.get(address(post)).content.decode()
    save(seo, post, seo_title="Mine", search_description="")
    post.refresh_from_db()
    assert post.seo_title == post.get_latest_revision().content["seo_title"] == "Mine"


def test_a_page_that_was_never_published_stays_a_draft(seo, blog):
    post = factories.BlogPostPageFactory(parent=blog, title="Secret", live=False)
    post.seo_title = "First"
    post.save_revision()
    known, token = version(seo, post), SiteVersion.current().token
    seo.post(address(post), TEXTS | {"version": known})
    post.refresh_from_db()
    assert not post.live
    assert post.get_latest_revision_as_object().seo_title == "New title"
    assert SiteVersion.current().token == token


def test_the_revision_in_review_does_not_bring_the_old_words_back(seo, post, make_user):
    post.title = "In review"
    post.save_revision()
    review = post.get_parent().get_workflow() or Workflow.objects.first()
    boss = make_user()
    review.start(post, boss)
    seo.force_login(boss)
    save(seo, post, **TEXTS)
    post.refresh_from_db()
    post.current_workflow_state.current_task_state.approve(user=boss)
    post.refresh_from_db()
    assert (post.title, post.seo_title) == ("In review", "New title")


def test_the_history_says_who_changed_what(seo, post):
    before = PageLogEntry.objects.count()
    save(seo, post, **TEXTS)
    assert PageLogEntry.objects.count() == before + 1
    page = seo.get(f"/admin/pages/{post.pk}/history/").content.decode()
    assert "Title: “empty” → “New title”" in page
    assert "seo" in page


def test_the_same_values_again_leave_no_trace(seo, post):
    save(seo, post, **TEXTS)
    entries, revisions = PageLogEntry.objects.count(), Revision.objects.count()
    save(seo, post, **TEXTS)
    assert (PageLogEntry.objects.count(), Revision.objects.count()) == (entries, revisions)


def test_who_was_second_sees_the_words_of_the_first(seo, post):
    loaded = version(seo, post)
    save(seo, post, **TEXTS)
    late = {"version": loaded, "seo_title": "Too late", "search_description": "Mine"}
    response = seo.post(address(post), late)
    page = response.content.decode()
    assert response.status_code == 409
    assert "It now says: “New title”" in page
    assert 'value="Too late"' in page
    post.refresh_from_db()
    assert post.seo_title == "New title"
    # Having seen it, they may.
    again = page.split('name="version" value="')[1].split('"', maxsplit=1)[0]
    assert seo.post(address(post), late | {"version": again}).status_code == 200


def test_undo_puts_back_what_was_there(seo, post):
    save(seo, post, **TEXTS)
    entry = PageLogEntry.objects.latest("pk")
    assert "Undone." in seo.post(address(post), {"undo": entry.pk}).content.decode()
    post.refresh_from_db()
    assert (post.seo_title, post.search_description) == ("", "")
    assert post.get_latest_revision().content["seo_title"] == ""


def test_undo_is_refused_once_somebody_went_on(seo, post):
    save(seo, post, **TEXTS)
    entry = PageLogEntry.objects.latest("pk")
    save(seo, post, seo_title="Theirs", search_description="")
    response = seo.post(address(post), {"undo": entry.pk})
    assert response.status_code == 409
    assert "Theirs" in response.content.decode()
    for forged in ("0", "-1", "x", str(PageLogEntry.objects.earliest("pk").pk)):
        assert seo.post(address(post), {"undo": forged}).status_code == 403
    post.refresh_from_db()
    assert post.seo_title == "Theirs"


def test_an_alias_says_what_its_original_says(seo, post):
    alias = post.create_alias(update_slug="again")
    save(seo, post, **TEXTS)
    assert Page.objects.get(pk=alias.pk).seo_title == "New title"


def test_what_is_too_long_is_refused_at_the_field_and_kept(seo, post):
    response = save(seo, post, seo_title="x" * 256, search_description="Kept")
    assert response.status_code == 422
    assert "255" in response.content.decode()
    assert "Kept" in response.content.decode()
    post.refresh_from_db()
    assert post.search_description == ""


def test_a_forged_post_changes_no_other_field(seo, post):
    before = tables_of(post)
    save(seo, post, **TEXTS, title="Forged", body="[]", slug="forged", live="", noindex="on")
    assert differences(before, tables_of(post)) == {*TEXTS, *BOOKKEEPING, "live_revision_id"}


def test_who_may_not_is_told_so_and_nothing_changes(client, make_user, post):
    client.force_login(make_user("SEO"))
    known = version(client, post)
    client.force_login(make_user("Marketers"))
    before = tables_of(post)
    response = client.post(address(post), TEXTS | {"version": known}, follow=True)
    assert "permission" in response.content.decode()
    assert tables_of(post) == before


def test_a_locked_page_is_left_alone(seo, post, make_user):
    known = version(seo, post)
    Page.objects.filter(pk=post.pk).update(locked=True, locked_by=make_user())
    response = seo.post(address(post), TEXTS | {"version": known})
    assert response.status_code == 403
    assert "locked" in response.content.decode()
    post.refresh_from_db()
    assert post.seo_title == ""


def test_the_script_gets_the_cell_alone(seo, post):
    data = TEXTS | {"version": version(seo, post)}
    response = seo.post(address(post), data, headers={"X-Requested-With": "XMLHttpRequest"})
    assert response.content.decode().lstrip().startswith("<form")


@pytest.mark.parametrize("sheet", ["person", "category"])
def test_records_are_saved_and_undone_alike(seo, sheet):
    factory = factories.PersonFactory if sheet == "person" else factories.CategoryFactory
    record = factory()
    if sheet == "person":
        record.role = "Draft role"
        record.save_revision()
    response = save(seo, record, sheet, **TEXTS)
    model = Person if sheet == "person" else Category
    kept = model.objects.get(pk=record.pk)
    assert (kept.seo_title, kept.search_description) == tuple(TEXTS.values())
    if sheet == "person":
        assert kept.role == "Weaver"
        content = kept.latest_revision.content
        assert (content["role"], content["seo_title"]) == ("Draft role", "New title")
    undo = response.content.decode().split('name="undo" value="')[1].split('"', maxsplit=1)[0]
    seo.post(address(record, sheet), {"undo": undo})
    assert model.objects.get(pk=record.pk).seo_title == ""
