"""Links to a draft: who makes them, what a guest sees, and that they end."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, PageLogEntry, PageViewRestriction

from blog.models import BlogPostPage
from delivery.page_cache import PAGES
from editorial.models import DraftLink
from leads.models import Submission
from measurement.models import Figure
from seo.models import MissingAddress
from tests import factories


@pytest.fixture
def draft(blog):
    """A live post of which somebody has written a later draft."""
    post = factories.BlogPostPageFactory(parent=blog, title="As it is", slug="post")
    post.save_revision().publish()
    post.title = "As it will be"
    post.save_revision()
    return BlogPostPage.objects.get(pk=post.pk)


@pytest.fixture
def marketer(client, make_user):
    client.force_login(make_user("Marketers"))
    return client


@pytest.fixture
def guest():
    return Client()


def make(client, page, **fields) -> str:
    """Make a link in the admin; return its address as the page shows it."""
    form = {"note": "Legal", "days": "14"} | fields
    response = client.post(f"/admin/pages/{page.pk}/draft-links/", form)
    found = re.search(r'id="draft-address".*?value="(.*?)"', response.content.decode())
    return found[1].removeprefix("http://localhost") if found else ""


def test_a_guest_reads_the_latest_draft_and_search_engines_and_caches_do_not(
    marketer, guest, draft
):
    address = make(marketer, draft)
    response = guest.get(address)
    text = response.content.decode()
    assert response.status_code == 200
    assert "<h1>As it will be</h1>" in re.sub(r"<h1[^>]*>\s*(.*?)\s*</h1>", r"<h1>\1</h1>", text)
    assert 'class="draft_banner' in text
    assert 'content="noindex' in text
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Cache-Control"] == "no-store, private"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "form-action 'none'" in response["Content-Security-Policy"]
    assert "ETag" not in response
    assert not response.cookies
    # Later drafts too.
    draft.title = "Better still"
    draft.save_revision()
    assert "Better still" in guest.get(address).content.decode()
    assert "As it is" in guest.get("/blog/post/").content.decode()


def test_the_address_is_in_the_language_of_the_page(marketer, guest, italian_home):
    page = factories.ContentPageFactory(
        parent=italian_home, locale=Locale.objects.get(language_code="it"), live=False
    )
    page.save_revision()
    address = make(marketer, page)
    assert address.startswith("/it/bozza-condivisa/")
    assert "Bozza</strong>" in guest.get(address).content.decode()


def test_who_works_on_the_site_sees_what_a_guest_sees(marketer, draft):
    """The session stays outside: no bar of the admin, no editor’s notices, nothing counted."""
    unpublished = factories.PersonFactory(live=False)
    draft.body = [("author_card", {"person": unpublished})]
    draft.save_revision()
    text = marketer.get(make(marketer, draft)).content.decode()
    assert "wagtail-userbar" not in text
    assert 'class="notice"' not in text
    assert "seen.js" not in text
    assert "data-consent" not in text
    assert DraftLink.objects.get().opened == 0


def test_openings_are_counted_and_the_page_is_not(marketer, guest, draft):
    address = make(marketer, draft)
    for _time in range(3):
        guest.get(address)
    guest.head(address)
    assert DraftLink.objects.get().opened == 3
    assert not Figure.objects.exists()
    fields = {field.name for field in DraftLink._meta.get_fields()}
    assert fields == {
        *("id", "page", "digest", "note", "created_by"),
        *("created_at", "expires_at", "revoked_at", "opened"),
    }


def test_the_token_is_in_no_row(marketer, draft):
    token = make(marketer, draft).split("/")[-2]
    link = DraftLink.objects.values().get()
    assert len(token) >= 40
    assert token not in str(link)
    assert token not in str(list(PageLogEntry.objects.values()))
    # Nor is it shown a second time.
    assert token not in marketer.get(f"/admin/pages/{draft.pk}/draft-links/").content.decode()


ENDS = {
    "revoked": lambda link: DraftLink.objects.filter(pk=link.pk).revoke(),
    "expired": lambda link: DraftLink.objects.update(expires_at=timezone.now()),
    "unpublished": lambda link: link.page.specific.unpublish(),
    "deleted": lambda link: link.page.specific.delete(),
    "past its own end": lambda link: (
        type(link.page)
        .objects.filter(pk=link.page_id)
        .update(expire_at=timezone.now() - timedelta(minutes=1))
    ),
    "by somebody who has left": lambda link: type(link.created_by).objects.update(is_active=False),
}


@pytest.mark.parametrize("end", ENDS)
def test_a_link_that_is_over_answers_with_the_designed_page(marketer, guest, draft, end):
    address = make(marketer, draft)
    assert guest.get(address).status_code == 200
    ENDS[end](DraftLink.objects.get())
    response = guest.get(address)
    assert response.status_code == 404
    assert "This page is not here" in response.content.decode()
    assert response["Cache-Control"] == "no-store, private"
    assert not MissingAddress.objects.filter(path__contains="draft").exists()


@pytest.mark.parametrize("token", ["x", "A" * 43, "..", "é", "%00", "a" * 3000])
def test_a_token_that_is_none_is_a_missing_page(guest, draft, token):
    assert guest.get(f"/shared-draft/{token}/").status_code == 404


def test_a_revoked_link_never_comes_back(marketer, guest, draft):
    old = make(marketer, draft)
    link = DraftLink.objects.get()
    revoke = f"/admin/pages/{draft.pk}/draft-links/{link.pk}/revoke/"
    assert marketer.get(revoke).status_code == 405
    marketer.post(revoke)
    new = make(marketer, draft)
    assert old != new
    assert guest.get(old).status_code == 404
    assert guest.get(new).status_code == 200
    actions = list(PageLogEntry.objects.order_by("pk").values_list("action", flat=True))
    ours = [action for action in actions if action.startswith("editorial.")]
    assert ours == [
        *("editorial.share_draft", "editorial.revoke_draft_link"),
        "editorial.share_draft",
    ]
    history = marketer.get(f"/admin/pages/{draft.pk}/history/").content.decode()
    assert "Draft link revoked: “Legal”" in history


def test_a_link_of_another_page_is_not_revoked(marketer, draft, home):
    make(marketer, draft)
    other = factories.ContentPageFactory(parent=home)
    link = DraftLink.objects.get()
    assert (
        marketer.post(f"/admin/pages/{other.pk}/draft-links/{link.pk}/revoke/").status_code == 404
    )
    assert DraftLink.objects.get().is_open


@pytest.mark.parametrize("days", ["0", "15", "-1", "100000", "x", ""])
def test_how_long_is_chosen_from_a_list(marketer, draft, days):
    assert make(marketer, draft, days=days) == ""
    assert not DraftLink.objects.exists()


def test_it_is_open_for_as_long_as_was_chosen(marketer, draft):
    make(marketer, draft, days="30")
    left = DraftLink.objects.get().expires_at - timezone.now()
    assert timedelta(days=29, hours=23) < left <= timedelta(days=30)


def test_only_who_may_edit_the_page_makes_revokes_or_sees_links(client, make_user, draft):
    DraftLink.objects.make(draft, make_user("Editors"), 14, "Secret note")
    outsider = make_user("Marketers")
    outsider.groups.get().page_permissions.all().delete()
    for user in (make_user("SEO"), outsider, None):
        client.force_login(user) if user else client.logout()
        address = f"/admin/pages/{draft.pk}/draft-links/"
        assert "Secret note" not in client.get(address, follow=True).content.decode()
        assert make(client, draft) == ""
        link = DraftLink.objects.get()
        client.post(f"{address}{link.pk}/revoke/")
        assert DraftLink.objects.get().is_open
        assert "draft-links" not in client.get(f"/admin/pages/{draft.pk}/edit/").content.decode()


def test_the_editor_leads_to_the_links(marketer, draft):
    text = marketer.get(f"/admin/pages/{draft.pk}/edit/").content.decode()
    assert f"/admin/pages/{draft.pk}/draft-links/" in text


def test_too_many_requests_are_told_to_wait(marketer, guest, draft, monkeypatch):
    # However slow the machine is, they fall into one window.
    monkeypatch.setattr("editorial.sharing.guest.WINDOW", 10**9)
    address = make(marketer, draft)
    answers = [guest.get(address).status_code for _time in range(31)]
    assert answers[:30] == [200] * 30
    assert answers[30] == 429


def test_a_kept_page_is_never_shown_for_its_draft_nor_kept_for_it(marketer, guest, draft, settings):
    settings.PAGE_CACHE = True
    address = make(marketer, draft)
    headers = {"HTTP_HOST": "localhost"}
    assert "As it is" in guest.get("/blog/post/", **headers).content.decode()
    for _time in range(2):
        assert "As it will be" in guest.get(address, **headers).content.decode()
    assert "As it is" in guest.get("/blog/post/", **headers).content.decode()
    kept = [*PAGES.near, *getattr(cache, "_cache", {})]
    assert not [key for key in kept if "/shared-draft/" in key]
    PAGES.near.clear()


def test_forms_in_a_draft_cannot_be_sent(marketer, guest, home):
    page = factories.FormPageFactory(parent=home, live=False)
    page.save_revision()
    text = guest.get(make(marketer, page)).content.decode()
    assert re.search(r'<button class="button" type="submit" disabled>', text)
    assert not Submission.objects.exists()


def test_a_page_behind_a_password_is_shared_by_its_editors(marketer, guest, draft):
    PageViewRestriction.objects.create(page=draft, restriction_type="login")
    assert guest.get("/blog/post/").status_code == 302
    assert guest.get(make(marketer, draft)).status_code == 200


def test_readers_pay_nothing_for_it(guest, draft):
    assert "draft_banner" not in guest.get("/blog/post/").content.decode()
