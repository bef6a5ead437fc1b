"""Figures where marketers work: the dashboard, a page's form, the explorer, the reports and their exports."""

import csv
import datetime
import io

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from measurement.charts import HEIGHT, chart_of
from measurement.models import Figure, Kind
from measurement.reading import most_common, views_by_day
from search.models import SearchRecord
from tests import factories


@pytest.fixture
def page(home):
    return factories.ContentPageFactory(parent=home, title="Looms", slug="looms")


def count(page, number=1, kind=Kind.VIEW, value="", days=0) -> None:
    day = timezone.localdate() - datetime.timedelta(days=days)
    Figure.objects.create(day=day, page=page, kind=kind, value=value, count=number)


@pytest.fixture
def read(page):
    """A page that was read, with where its readers came from."""
    count(page, 4)
    count(page, 3, days=29)
    count(page, 100, days=30)
    count(page, 2, Kind.REFERRER, "example.org")
    count(page, 5, Kind.CAMPAIGN, "=cmd / email")
    return page


@pytest.fixture
def marketer(client, make_user):
    client.force_login(make_user("Marketers"))
    return client


def test_every_day_of_a_month_is_told_those_without_a_view_too(read):
    days = views_by_day(read.pk)
    assert list(days.values()) == [3, *[0] * 28, 4]
    assert list(days)[-1] == timezone.localdate()
    assert most_common(Kind.REFERRER) == [("example.org", 2)]


def test_a_day_with_a_view_has_a_bar_that_one_can_see():
    day = datetime.date(2026, 1, 1)
    days = {
        day + datetime.timedelta(days=number): count for number, count in enumerate([0, 1, 900])
    }
    heights = [bar.height for bar in chart_of(days).bars]
    assert heights == [0, 2, HEIGHT]


def test_the_dashboard_shows_the_site_with_a_table_beside_the_plot(marketer, read):
    text = marketer.get("/admin/").content.decode()
    panel = text.partition('id="figures')[2]
    assert "<strong>7</strong> views in 30 days" in panel
    assert panel.count("<rect") == 30
    assert panel.count('<th scope="row">') == 30
    for words in ("Looms", "example.org", "=cmd / email"):
        assert words in panel


def test_the_dashboard_tells_what_was_searched(marketer, read):
    SearchRecord.objects.create(
        day=timezone.localdate(), locale=read.locale, words="dye vat", searches=9
    )
    text = marketer.get("/admin/").content.decode()
    assert "Searched for" in text
    assert "dye vat" in text


def test_an_empty_dashboard_says_why(marketer, home):
    assert "Nobody has read a page in the last 30 days" in marketer.get("/admin/").content.decode()


def test_a_page_shows_its_own_figures_beside_its_form(marketer, read, home):
    count(home, 50)
    text = marketer.get(f"/admin/pages/{read.pk}/edit/").content.decode()
    panel = text.split('data-side-panel="figures"')[1]
    assert "<strong>7</strong> views in 30 days" in panel
    assert "example.org" in panel


def test_the_explorer_shows_views_in_one_query_however_many_pages_there_are(marketer, home, read):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            response = marketer.get(f"/admin/pages/{home.pk}/")
        assert response.status_code == 200
        return sum("measurement_figure" in query["sql"] for query in captured.captured_queries)

    assert queries() == 1
    for number in range(5):
        count(factories.ContentPageFactory(parent=home), number + 1)
    assert queries() == 1
    text = marketer.get(f"/admin/pages/{home.pk}/").content.decode()
    assert "Views, 30 days" in text


def test_the_explorer_still_lists_searches_narrows_and_orders(marketer, home, read):
    for query in ("?q=loom", "?ordering=ord", "?ordering=-latest_revision_created_at"):
        assert "Looms" in marketer.get(f"/admin/pages/{home.pk}/{query}").content.decode(), query
    filters = marketer.get(f"/admin/pages/{home.pk}/").context["filters"].filters
    assert "content_type" in filters


@pytest.mark.parametrize("name", ["figures", "figure_days"])
def test_reports_narrow_by_kind_and_search_by_title(marketer, read, name):
    everything = marketer.get(f"/admin/reports/{name}/").content.decode()
    assert "Looms" in everything
    assert "example.org" in everything
    narrowed = marketer.get(f"/admin/reports/{name}/results/?kind=view").content.decode()
    assert "Looms" in narrowed
    assert "example.org" not in narrowed
    assert "Looms" not in marketer.get(f"/admin/reports/{name}/results/?q=zebra").content.decode()
    for ordering in ("title", "-total", "kind", "value"):
        assert marketer.get(f"/admin/reports/{name}/?ordering={ordering}").status_code == 200


def test_an_export_holds_every_figure_and_no_formula(marketer, read):
    read.draft_title = read.title = "@Looms"
    read.save()
    response = marketer.get("/admin/reports/figures/?export=csv")
    rows = list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode())))
    assert rows[0] == ["Page", "What", "Which", "Times"]
    assert ["'@Looms", "view", "", "107"] in rows
    assert ["'@Looms", "campaign", "'=cmd / email", "5"] in rows
    assert marketer.get("/admin/reports/figure_days/?export=xlsx").status_code == 200


def test_who_may_not_see_figures_sees_none(client, django_user_model, home, read):
    group = Group.objects.create(name="Guests")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = django_user_model.objects.create_user("guest", "guest@example.org", "secret")
    user.groups.add(group)
    client.force_login(user)
    assert client.get("/admin/reports/figures/", follow=True).request["PATH_INFO"] == "/admin/"
    assert "How the site is read" not in client.get("/admin/").content.decode()
