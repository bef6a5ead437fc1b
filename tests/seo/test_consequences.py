"""Editors are told what a change of address does, before and after, and asked about what leads nowhere."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from blog.models import Tag
from seo import consequences
from seo.models import MissingAddress
from tests import factories


@pytest.fixture
def about(home):
    """A public page with one public page and a draft below it."""
    about = factories.ContentPageFactory(parent=home, slug="about")
    factories.ContentPageFactory(parent=about, slug="team")
    factories.ContentPageFactory(parent=about, slug="secret", live=False)
    return about


def said(response) -> str:
    """What the page that a request ends on tells the editor."""
    return " ".join(str(message) for message in response.context["messages"])


def published(admin, page, **fields):
    page.refresh_from_db()
    form = {
        "title": page.title,
        "slug": page.slug,
        "lead": "null",
        "body-count": "0",
        "action-publish": "1",
    }
    forms = ("comments",)
    for name in forms:
        form |= {f"{name}-TOTAL_FORMS": "0", f"{name}-INITIAL_FORMS": "0"}
    return admin.post(f"/admin/pages/{page.pk}/edit/", form | fields, follow=True)


def test_a_move_says_beforehand_how_many_addresses_change(admin, home, about):
    target = factories.ContentPageFactory(parent=home, slug="company")
    Redirect.add_redirect("/old", about)
    response = admin.get(f"/admin/pages/{about.pk}/move/{target.pk}/confirm/")
    text = said(response)
    assert "2 public addresses change: /about and those below it become /company/about." in text
    assert "1 redirect that led there" in text
    assert "/old" in text


def test_a_move_says_afterwards_what_it_did_and_did_it(admin, home, about):
    target = factories.ContentPageFactory(parent=home, slug="company")
    response = admin.post(f"/admin/pages/{about.pk}/move/{target.pk}/confirm/", follow=True)
    assert "2 public addresses change" in said(response)
    assert admin.get("/about/team/").url == "/company/about/team/"


def bulk(action: str, *pages) -> str:
    chosen = "&".join(f"id={page.pk}" for page in pages)
    return f"/admin/bulk/wagtailcore/page/{action}/?{chosen}&next=/admin/"


def test_several_pages_at_once_lead_on_and_say_so(admin, home, about):
    target = factories.ContentPageFactory(parent=home, slug="company")
    others = [factories.ContentPageFactory(parent=home, slug=f"page-{n}") for n in range(3)]
    response = admin.post(bulk("move", about, others[0]), {"chooser": target.pk}, follow=True)
    assert "2 public addresses change: /about and those below it" in said(response)
    assert "from /page-0 to /company/page-0" in said(response)
    assert admin.get("/about/team/").url == "/company/about/team/"
    about.refresh_from_db()
    for page in others:
        page.refresh_from_db()
    response = admin.post(bulk("move", about, *others), {"chooser": home.pk}, follow=True)
    assert "The addresses of 4 pages have changed." in said(response)


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_several_pages_that_go_are_asked_about(admin, home, action):
    pages = [factories.ContentPageFactory(parent=home, slug=f"page-{n}") for n in range(2)]
    response = admin.post(bulk(action, *pages), follow=True)
    for page in pages:
        assert f"Who visits /{page.slug} now finds nothing." in said(response)


def test_a_move_of_what_nobody_could_read_changes_nothing(admin, home):
    draft = factories.ContentPageFactory(parent=home, slug="draft", live=False)
    target = factories.ContentPageFactory(parent=home, slug="company")
    response = admin.get(f"/admin/pages/{draft.pk}/move/{target.pk}/confirm/")
    assert "No public address changes." in said(response)


def test_another_slug_is_told_of_in_the_tab_and_after_publishing(
    admin, about, django_capture_on_commit_callbacks
):
    about.slug = "company"
    look = about.make_preview_request(preview_mode="look").content.decode()
    assert "2 public addresses change: /about and those below it become /company." in look
    with django_capture_on_commit_callbacks(execute=True):
        response = published(admin, about, slug="company")
    assert "2 public addresses change" in said(response)
    assert admin.get("/about/team/").url == "/company/team/"


def test_publishing_without_another_slug_tells_nothing_of_addresses(admin, about):
    assert "address" not in said(published(admin, about))


def test_a_draft_with_another_slug_changes_nothing_yet(admin, about):
    look = about.make_preview_request(preview_mode="look").content.decode()
    assert "look-change" not in look


def test_links_written_by_hand_into_the_tree_are_counted(about):
    for number, link in enumerate(
        ("/about/", "http://localhost/about/team/", "/aboutness/", "https://x.example/about/")
    ):
        Redirect.add_redirect(f"/from-{number}", link)
    change = consequences.of_slug(about, "company")
    assert change.shortened == ("/from-0", "/from-1")


def test_an_editor_is_asked_when_a_category_goes(admin, blog):
    category = factories.CategoryFactory(slug="looms", name="Looms")
    response = admin.post(f"/admin/snippets/blog/category/delete/{category.pk}/", follow=True)
    assert "Who visits /blog/category/looms now finds nothing" in said(response)
    assert MissingAddress.objects.get().was == "Looms"


def test_an_editor_is_asked_when_a_tag_with_posts_goes(admin, blog):
    post = factories.BlogPostPageFactory(parent=blog)
    post.tags.add("wool", "felt")
    post.save()
    post.tags.remove("felt")
    post.save()
    for tag in Tag.objects.all():
        response = admin.post(f"/admin/snippets/blog/tag/delete/{tag.pk}/", follow=True)
    assert list(MissingAddress.objects.values_list("path", flat=True)) == ["/blog/tag/wool"]
    assert response.status_code == 200


def test_an_editor_is_asked_when_a_person_is_archived(admin, people_index):
    person = factories.PersonFactory(slug="ada", name="Ada")
    response = admin.post(f"/admin/people/{person.pk}/archive/", follow=True)
    assert "Who visits /people/ada now finds nothing" in said(response)


def test_an_editor_is_asked_when_a_person_is_unpublished(admin, people_index):
    person = factories.PersonFactory(slug="ada", name="Ada")
    response = admin.post(f"/admin/snippets/people/person/unpublish/{person.pk}/", follow=True)
    assert "Who visits /people/ada now finds nothing" in said(response)


def test_who_was_never_public_is_deleted_without_a_question(admin, people_index):
    person = factories.PersonFactory(live=False)
    admin.post(f"/admin/snippets/people/person/delete/{person.pk}/", follow=True)
    assert not MissingAddress.objects.exists()


def test_a_renamed_category_leads_on_and_says_so(admin, blog):
    category = factories.CategoryFactory(slug="looms", name="Looms")
    form = {"name": "Looms", "slug": "weaving", "description": ""}
    response = admin.post(f"/admin/snippets/blog/category/edit/{category.pk}/", form, follow=True)
    assert "Who visits /blog/category/looms is led to the new address." in said(response)
    assert not MissingAddress.objects.exists()


def test_many_at_once_are_asked_about_once(admin, blog):
    keys = [factories.CategoryFactory().pk for _ in range(5)]
    query = "&".join(f"id={key}" for key in keys)
    response = admin.post(f"/admin/bulk/blog/category/delete/?{query}", follow=True)
    assert "5 addresses lead nowhere now." in said(response)
    assert MissingAddress.objects.count() == 5
