"""What is counted of a visit, what is not, and that the table stays within its bounds."""

import datetime

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from measurement import recording
from measurement.models import Figure, Kind
from measurement.recording import OTHER, record_conversion, record_view
from tests import factories

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0"


@pytest.fixture
def page(home):
    return factories.ContentPageFactory(parent=home, title="Looms", slug="looms")


@pytest.fixture
def tell(page):
    def tell(status=204, headers=None, client=None, **words):
        """Send what a page sends of itself, from a browser unless the headers say otherwise."""
        headers = {"user-agent": BROWSER, "sec-fetch-site": "same-origin"} | (headers or {})
        form = {"page": page.pk} | {
            name.replace("from_", "from"): word for name, word in words.items()
        }
        response = (client or Client()).post("/_seen/", form, headers=headers)
        assert (response.status_code, response.content) == (status, b"") or status == 400
        assert not response.cookies
        return response

    return tell


def figures() -> dict[tuple[str, str], int]:
    return {(one.kind, one.value): one.count for one in Figure.objects.all()}


def test_a_view_is_counted_with_where_it_came_from(tell, page):
    tell(
        from_="www.Example.org", utm_source="Newsletter", utm_medium="email", utm_campaign="spring"
    )
    tell(from_="example.org")
    tell()
    assert figures() == {
        (Kind.VIEW, ""): 3,
        (Kind.REFERRER, "example.org"): 2,
        (Kind.CAMPAIGN, "newsletter / email / spring"): 1,
    }
    assert set(Figure.objects.values_list("page", "day")) == {(page.pk, timezone.localdate())}


def test_a_view_more_on_a_day_is_one_write(tell, page, django_assert_num_queries):
    record_view(page.pk)
    # Whether the page is public, and the count, in a transaction of its own.
    with django_assert_num_queries(4):
        record_view(page.pk)
    assert figures() == {(Kind.VIEW, ""): 2}


def test_the_answer_does_not_wait_for_the_write(tell, page, monkeypatch):
    done = []
    monkeypatch.setattr("measurement.views.after", lambda response, work: done.append(work))
    tell()
    assert figures() == {}
    done[0]()
    assert figures() == {(Kind.VIEW, ""): 1}


@pytest.mark.parametrize(
    "headers",
    [
        {"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
        {"user-agent": "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/156.0.0.0 Safari/537.36"},
        {"user-agent": "curl/8.5.0"},
        {"user-agent": ""},
        {"sec-gpc": "1"},
        {"dnt": "1"},
        {"sec-fetch-site": "cross-site"},
        {"origin": "https://elsewhere.example"},
    ],
    ids=lambda headers: str(headers),
)
def test_robots_strangers_and_who_does_not_want_it_are_not_counted(tell, headers):
    tell(headers=headers)
    assert figures() == {}


def test_who_works_on_the_site_is_not_counted_nor_asked(tell, page, admin, client):
    tell(client=admin)
    assert figures() == {}
    assert b"seen.js" not in admin.get(page.url).content
    assert b"seen.js" in Client().get(page.url).content


def test_a_preview_is_not_counted(page, rf):
    assert b"seen.js" not in page.make_preview_request(original_request=rf.get("/")).content


def test_a_page_that_is_kept_is_counted_by_its_key(client, page, settings):
    settings.PAGE_CACHE = True
    for _time in range(2):
        assert f'data-page="{page.pk}"' in client.get(page.url).content.decode()
    assert not Figure.objects.exists()


@pytest.mark.parametrize("number", ["", "x", "-1", "1" * 30, "１", "1; drop"])
def test_what_is_no_page_is_refused(tell, number):
    tell(status=400, page=number)
    assert figures() == {}


def test_unknown_and_closed_pages_are_not_counted(tell, page):
    tell(page=999_999)
    page.unpublish()
    tell()
    assert figures() == {}


@pytest.mark.parametrize(
    "host",
    ["", "intranet", "a b.org", "=cmd()", "192.168.0.1", "x" * 300 + ".org", "exa\0mple.org"],
)
def test_what_is_no_host_is_not_kept(tell, host):
    tell(from_=host)
    assert figures() == {(Kind.VIEW, ""): 1}


@pytest.mark.parametrize(
    "source",
    ["anna@example.org", "0372 123 45 67", "deadbeefdeadbeef01", "https://example.org", "\0"],
)
def test_a_campaign_that_may_be_somebody_is_not_kept(tell, source):
    tell(utm_source=source)
    assert figures() == {(Kind.VIEW, ""): 1}


def test_made_up_values_fill_no_more_than_their_rows(tell, page, monkeypatch):
    monkeypatch.setattr(recording, "MOST_PER_DAY", 3)
    for number in range(6):
        tell(from_=f"host{number}.example.org", utm_source=f"campaign {number}")
    tell(from_="host0.example.org")
    assert Figure.objects.filter(kind=Kind.REFERRER).count() == 4
    assert figures()[Kind.REFERRER, OTHER] == 3
    assert figures()[Kind.REFERRER, "host0.example.org"] == 2
    assert figures()[Kind.CAMPAIGN, OTHER] == 3
    assert figures()[Kind.VIEW, ""] == 7


def test_a_form_that_was_sent_is_counted_on_its_page(page):
    record_conversion(page.pk, "Contact")
    record_conversion(page.pk, "Contact")
    assert figures() == {(Kind.CONVERSION, "Contact"): 2}


def test_figures_are_forgotten_after_their_time(page, settings):
    settings.FIGURES_RETENTION_DAYS = 30
    today = timezone.localdate()
    for days in (30, 31, 400):
        day = today - datetime.timedelta(days=days)
        Figure.objects.create(day=day, page=page, kind=Kind.VIEW, count=1)
    record_view(page.pk)
    days = set(Figure.objects.values_list("day", flat=True))
    assert days == {today, today - datetime.timedelta(days=30)}


def test_a_visitor_notices_nothing_when_the_database_is_away(tell, monkeypatch):
    def away(*args):
        raise OperationalError

    monkeypatch.setattr(recording, "counted", away)
    tell()


def test_only_a_page_sends_figures(client, db):
    assert client.get("/_seen/").status_code == 405
