"""The calendar: what stands on which day, for whom, at the borders of months and of time zones."""

from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages
from django.utils import timezone, translation
from wagtail.models import GroupPagePermission, Revision
from wagtail.users.models import UserProfile

from editorial.schedule.entries import Kind, entries
from editorial.schedule.months import Month
from tests import factories

MARCH = Month(date(2027, 3, 1))


@pytest.fixture
def desk(client, make_user):
    client.force_login(make_user("Editors"))
    return client


@pytest.fixture
def user(make_user):
    return make_user("Editors")


def page(home, title, **fields):
    fields = {"first_published_at": datetime(2020, 1, 1, tzinfo=UTC)} | fields
    return factories.ContentPageFactory(parent=home, title=title, **fields)


def schedule(page, moment, approved=True):
    page.go_live_at = moment
    if not page.live:
        # As the editor does.
        page.save()
    revision = page.save_revision(clean=False)
    if approved:
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=moment)


def found(user, month=MARCH) -> set:
    return {(entry.kind, entry.title, entry.day) for entry in entries(user, month.start, month.end)}


def test_every_kind_stands_on_its_day(user, home):
    noon = datetime(2027, 3, 10, 12, tzinfo=UTC)
    page(home, "Published", first_published_at=noon)
    page(home, "Expires", expire_at=noon)
    page(home, "Review", review_on=noon.date())
    page(home, "Draft to review", review_on=noon.date(), live=False)
    schedule(page(home, "Goes live", live=False), noon)
    schedule(page(home, "Live and scheduled"), noon)
    schedule(page(home, "Waits", live=False), noon, approved=False)
    page(home, "Gone", first_published_at=noon, expire_at=noon, live=False)
    assert found(user) == {
        (Kind.PUBLISHED, "Published", noon.date()),
        (Kind.EXPIRES, "Expires", noon.date()),
        (Kind.REVIEW, "Review", noon.date()),
        (Kind.REVIEW, "Draft to review", noon.date()),
        (Kind.GOES_LIVE, "Goes live", noon.date()),
        (Kind.GOES_LIVE, "Live and scheduled", noon.date()),
        (Kind.WAITING, "Waits", noon.date()),
    }


def test_a_month_ends_where_whoever_looks_has_midnight(user, home):
    # March 2027 is shown from Monday 1 March to Sunday 4 April.
    page(home, "First moment", expire_at=datetime(2027, 2, 28, 23, tzinfo=UTC))
    page(home, "Before it", expire_at=datetime(2027, 2, 28, 22, 59, tzinfo=UTC))
    # Summer time has begun on 28 March.
    page(home, "Last moment", expire_at=datetime(2027, 4, 4, 21, 59, tzinfo=UTC))
    page(home, "After it", expire_at=datetime(2027, 4, 4, 22, tzinfo=UTC))
    with timezone.override("Europe/Rome"), translation.override("it"):
        assert found(user) == {
            (Kind.EXPIRES, "First moment", date(2027, 3, 1)),
            (Kind.EXPIRES, "Last moment", date(2027, 4, 4)),
        }
    with timezone.override("America/New_York"), translation.override("it"):
        # There it is 16:59 and 17:00 of the same Sunday, and the first is still February's.
        assert {title for _kind, title, _day in found(user)} == {"Last moment", "After it"}


def test_months_are_whole_weeks_and_have_neighbours():
    assert [str(MARCH.previous), str(MARCH.next)] == ["2027-02", "2027-04"]
    december = Month(date(2027, 12, 1))
    assert str(december.next) == "2028-01"
    assert all(len(week) == 7 for week in december.weeks)
    assert Month(date(2099, 12, 1)).next is None
    assert Month(date(2000, 1, 1)).previous is None


@pytest.mark.parametrize(
    "month", ["2027-13", "x", "2027", "1066-10", "9999-12", "-1", "2027-03-01"]
)
def test_no_such_month_is_not_found(desk, month):
    assert desk.get("/admin/calendar/", {"month": month}).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("view", ["", "list", "nonsense"])
def test_both_views_say_what_when_and_of_which_kind(desk, home, view):
    about = page(home, "About <us>", expire_at=datetime(2027, 3, 10, 8, 30, tzinfo=UTC))
    text = desk.get("/admin/calendar/", {"month": "2027-03", "view": view}).content.decode()
    assert "About &lt;us&gt;" in text
    assert f"/admin/pages/{about.pk}/edit/" in text
    assert "09:30" in text
    assert "Expires:" in text
    assert "Europe/Rome" in text
    assert ('<table class="calendar-month">' in text) == (view != "list")


def test_an_empty_month_says_how_dates_are_set(desk):
    text = desk.get("/admin/calendar/", {"month": "2031-05", "view": "list"}).content.decode()
    assert "Nothing is scheduled" in text


def test_a_crowded_day_leads_to_the_list(desk, home):
    for number in range(6):
        page(home, f"Page {number}", review_on=date(2027, 3, 10))
    text = desk.get("/admin/calendar/", {"month": "2027-03"}).content.decode()
    assert 'href="?month=2027-03&amp;view=list#day-2027-03-10">All 6</a>' in text


def test_times_are_those_of_who_looks(client, home, user):
    UserProfile.objects.create(user=user, current_time_zone="Asia/Tokyo")
    client.force_login(user)
    page(home, "About", expire_at=datetime(2027, 3, 9, 20, tzinfo=UTC))
    text = client.get("/admin/calendar/", {"month": "2027-03", "view": "list"}).content.decode()
    assert "Asia/Tokyo" in text
    assert 'id="day-2027-03-10"' in text
    assert "05:00" in text


def test_everybody_sees_what_they_may_work_on(client, django_user_model, home, make_user):
    mine = page(home, "Mine", review_on=date(2027, 3, 10))
    page(home, "Theirs", review_on=date(2027, 3, 10))
    group = Group.objects.create(name="One page")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(codename="change_page", content_type__model="page")
    GroupPagePermission.objects.create(group=group, page=mine, permission=change)
    user = django_user_model.objects.create_user("one", "one@example.org", "secret")
    user.groups.add(group)
    assert {title for _kind, title, _day in found(user)} == {"Mine"}
    client.force_login(user)
    assert "Theirs" not in client.get("/admin/calendar/?month=2027-03").content.decode()
    assert client.get("/admin/").content.decode().count("/admin/calendar/")


def test_who_has_no_page_has_no_calendar(client, django_user_model):
    group = Group.objects.create(name="No page")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = django_user_model.objects.create_user("none", "none@example.org", "secret")
    user.groups.add(group)
    client.force_login(user)
    assert "/admin/calendar/" not in client.get("/admin/").content.decode()
    assert found(user) == set()


def test_the_calendar_asks_as_often_however_much_stands_in_it(
    desk, home, django_assert_max_num_queries
):
    for number in range(25):
        day = datetime(2027, 3, 1 + number, 12, tzinfo=UTC)
        page(home, f"Expires {number}", expire_at=day)
        schedule(page(home, f"Goes {number}", live=False), day)
        schedule(page(home, f"Waits {number}", live=False), day, approved=False)
    desk.get("/admin/calendar/", {"month": "2027-03"})
    # The brand in the head of the admin, and what is read with it, are among them.
    with django_assert_max_num_queries(24):
        desk.get("/admin/calendar/", {"month": "2027-03"})


# A date that was saved and never scheduled.


def test_the_editor_warns_of_a_date_that_nothing_will_act_on(desk, home):
    draft = page(home, "About", live=False)
    schedule(draft, timezone.now() + timedelta(days=1), approved=False)
    told = desk.get(f"/admin/pages/{draft.pk}/edit/")
    assert "nothing is scheduled yet" in str(list(get_messages(told.wsgi_request)) or told.content)
    text = told.content.decode()
    assert "Time zone: Europe/Rome" in text


@pytest.mark.parametrize("days", [1, -1])
def test_what_is_scheduled_or_has_been_published_since_is_not_waiting(user, home, days):
    now = timezone.now()
    month = Month.parse("")
    scheduled, had = page(home, "Scheduled", live=False), page(home, "Had")
    schedule(scheduled, now + timedelta(days=days))
    # Its old date stays in the form for ever.
    schedule(had, now - timedelta(days=3), approved=False)
    type(had).objects.filter(pk=had.pk).update(last_published_at=now - timedelta(days=2))
    around = entries(user, month.start - timedelta(40), month.end + timedelta(40))
    assert [entry.title for entry in around if entry.kind == Kind.WAITING] == []


def test_a_review_belongs_to_one_page_and_not_to_its_copies(home):
    about = page(home, "About", review_on=date(2027, 3, 10))
    copy = about.copy(update_attrs={"slug": "copy", "title": "Copy"})
    assert about.review_on
    assert copy.review_on is None
