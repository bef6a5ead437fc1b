"""The dashboard: one’s own work first, in as many queries however much there is of it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Revision

from tests import factories


@pytest.fixture
def user(client, make_user):
    user = make_user("Marketers")
    client.force_login(user)
    return user


def panel(client, name: str) -> str:
    page = client.get("/admin/").content.decode()
    return page.partition(f'id="{name}-section"')[2].partition("</section>")[0]


def draft(home, user, title, wanted=None, approved=False):
    page = factories.ContentPageFactory(parent=home, title=title, live=False, owner=user)
    page.go_live_at = wanted
    page.save()
    revision = page.save_revision(user=user)
    if approved:
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=wanted)
    return page


def test_drafts_are_ones_own_until_they_are_published_or_scheduled(client, home, user):
    draft(home, user, "Mine")
    draft(home, None, "Not mine")
    draft(home, user, "On its way", timezone.now() + timedelta(days=2), approved=True)
    draft(home, user, "Done").get_latest_revision().publish()
    drafts = panel(client, "my-drafts")
    assert "Mine" in drafts
    assert not [title for title in ("Not mine", "On its way", "Done") if title in drafts]
    published = panel(client, "recently-published")
    assert "Done" in published
    assert "Mine" not in published


def test_scheduled_is_what_comes_in_two_weeks_and_what_nobody_has_scheduled(client, home, user):
    now = timezone.now()
    draft(home, user, "Next week", now + timedelta(days=7), approved=True)
    draft(home, user, "Next month", now + timedelta(days=30), approved=True)
    draft(home, user, "Forgotten", now + timedelta(days=30))
    draft(home, user, "Missed", now - timedelta(days=1))
    scheduled = panel(client, "scheduled")
    assert "Next month" not in scheduled
    assert "Not scheduled" not in scheduled.partition("Next week")[2]
    assert "Not scheduled" in scheduled.partition("Forgotten")[2]
    assert "Did not go live" in scheduled.partition("Missed")[2].partition("</li>")[0]


def test_an_empty_desk_says_what_to_do(client, user):
    page = client.get("/admin/").content.decode()
    assert "No page of yours waits to be finished." in page
    assert "Nothing goes live in the next 14 days." in page


def test_nothing_else_stands_there(client, home, user):
    draft(home, user, "Mine")
    page = client.get("/admin/").content.decode()
    assert "Your most recent edits" not in page
    assert "w-summary" not in page
    # One’s own work comes before what is read.
    assert page.index('id="my-drafts-section"') < page.index('id="figures-section"')


def test_who_edits_metadata_alone_is_shown_figures_only(client, make_user):
    client.force_login(make_user("SEO"))
    page = client.get("/admin/").content.decode()
    assert 'id="my-drafts-section"' not in page
    assert 'id="figures-section"' in page


def test_the_dashboard_asks_as_often_however_much_there_is(
    client, home, user, django_assert_max_num_queries
):
    for number in range(12):
        draft(home, user, f"Draft {number}", timezone.now() + timedelta(days=3), number % 2)
        factories.ContentPageFactory(parent=home, last_published_at=timezone.now())
    client.get("/admin/")
    with django_assert_max_num_queries(45):
        client.get("/admin/")
