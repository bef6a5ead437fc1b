"""The announcement above every page: whose, when, and right to the minute with pages that are kept."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.models import Announcement
from delivery.page_cache import PageCache
from tests import factories

NOW = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


def at(**later) -> datetime.datetime:
    return NOW + datetime.timedelta(**later)


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands where it is put."""

    def put(moment: datetime.datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    put(NOW)
    return put


def announce(text="We are closed on Friday.", language="en", **fields) -> Announcement:
    return Announcement.objects.create(text=text, locale=factories.locale(language), **fields)


def shown(client, address="/") -> str:
    """Return what stands in the bar, empty without one."""
    text = client.get(address).content.decode()
    return (
        text.split('<aside class="announcement')[1].split("</aside>")[0] if "<aside" in text else ""
    )


def test_an_announcement_stands_above_every_page_of_its_language(client, blog, italian_home):
    announce()
    for address in ("/", "/blog/", "/search/", "/nothing-here/"):
        assert "We are closed on Friday." in shown(client, address), address
    assert shown(client, "/it/") == ""


def test_a_page_without_one_loads_nothing_for_it(client, home):
    assert b"notices.css" not in client.get("/").content
    announce()
    assert b"notices.css" in client.get("/").content


def test_its_link_leads_to_a_page_that_is_public(client, blog):
    announce(link=[("link", {"page": blog, "text": "Read more"})])
    assert '<a href="/blog/">Read more</a>' in shown(client)
    blog.unpublish()
    assert "Read more" not in shown(client)


def test_it_begins_and_ends_at_its_minutes_on_pages_that_are_kept(
    home, settings, clock, monkeypatch
):
    # A process that has asked nothing yet, and asks no more often than it must.
    monkeypatch.setattr("delivery.page_cache.PAGES", PageCache())
    settings.PAGE_CACHE, settings.PAGE_CACHE_SECONDS_BETWEEN_CHECKS = True, 3600
    announce(starts_at=at(minutes=5), ends_at=at(minutes=10))
    for minutes, expected in ((0, False), (4, False), (5, True), (9, True), (10, False)):
        clock(at(minutes=minutes))
        for _twice in range(2):
            assert bool(shown(Client())) is expected, minutes


def test_of_several_the_one_that_began_last_is_shown_and_the_others_come_back(client, home, clock):
    announce("The summer programme is out.")
    announce("Today only.", starts_at=at(hours=1), ends_at=at(hours=2))
    assert "summer" in shown(client)
    clock(at(hours=1))
    assert "Today only." in shown(client)
    clock(at(hours=2))
    assert "summer" in shown(client)


def test_what_a_reader_has_closed_is_known_by_its_text(home):
    announcement = announce()
    before = announcement.token
    announcement.ends_at = at(days=1)
    assert announcement.token == before
    announcement.text = "We are closed on Monday."
    assert announcement.token != before


@pytest.mark.parametrize("role", ["Marketers", "Editors"])
def test_who_writes_may_announce(client, make_user, home, role):
    client.force_login(make_user(role))
    address = reverse("wagtailsnippets_core_announcement:add") + "?locale=en"
    form = {"text": "New", "link-count": "0", "starts_at": "", "ends_at": ""}
    response = client.post(address, form)
    assert response.status_code == 302, response.context["form"].errors
    assert "New" in shown(Client())


def test_an_end_before_its_start_is_refused_at_the_field(admin, home):
    address = reverse("wagtailsnippets_core_announcement:add") + "?locale=en"
    form = {
        "text": "New",
        "link-count": "0",
        "starts_at": "2026-11-22 10:00",
        "ends_at": "2026-11-22 9:00",
    }
    response = admin.post(address, form)
    assert response.context["form"].errors["ends_at"] == ["This is not after its start."]
    assert not Announcement.objects.exists()


def test_the_list_says_what_is_shown(admin, home):
    announce("Now")
    announce("Then", starts_at=timezone.now() + datetime.timedelta(days=1))
    announce("Once", ends_at=timezone.now() - datetime.timedelta(days=1))
    text = admin.get(reverse("wagtailsnippets_core_announcement:list")).content.decode()
    for state in ("Shown", "Planned", "Over"):
        assert state in text
