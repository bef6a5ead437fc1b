"""The report in the admin: who may read it, what it shows, exports, and its panel in the editor."""

import csv
import io

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import GroupPagePermission
from wagtail.users.models import UserProfile

from seo.audit.running import audit
from seo.models import Finding
from tests import factories

REPORT = "/admin/reports/seo-audit/"


@pytest.fixture
def spoilt(make_page):
    """A page with two faults, and the audit that found them."""
    page = make_page("=Spoilt", search_description="Short.")
    type(page).objects.filter(pk=page.pk).update(body="[]")
    audit()
    return page


@pytest.mark.parametrize(
    ("role", "status"), [("Marketers", 200), ("Editors", 200), ("SEO", 200), ("Moderators", 302)]
)
def test_who_may_read_it(client, make_user, role, status):
    Group.objects.get_or_create(name=role)
    client.force_login(make_user(role))
    assert client.get(REPORT).status_code == status


def test_without_a_run_it_says_how_to_start_one(admin):
    text = admin.get(REPORT).content.decode()
    assert "manage.py seo_audit" in text


def test_a_site_without_faults_is_told_so(admin, db):
    audit()
    Finding.objects.all().delete()
    assert "Nothing is wrong" in admin.get(REPORT).content.decode()


def test_each_finding_leads_to_its_field(admin, spoilt):
    text = admin.get(REPORT).content.decode()
    edit = reverse("wagtailadmin_pages:edit", args=[spoilt.pk])
    assert f'href="{edit}#:w:contentpath=search_description"' in text
    assert "The description is very short." in text


def test_it_speaks_the_language_of_its_reader(client, make_user, spoilt):
    user = make_user()
    UserProfile.objects.create(user=user, preferred_language="it")
    client.force_login(user)
    assert "La descrizione è molto breve." in client.get(REPORT).content.decode()


def test_who_may_not_edit_a_page_gets_no_link(client, make_user, spoilt):
    user = make_user("SEO")
    GroupPagePermission.objects.filter(group__user=user).delete()
    client.force_login(user)
    text = client.get(REPORT).content.decode()
    assert "The description is very short." in text
    assert f"/admin/pages/{spoilt.pk}/edit/" not in text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"severity": 3}, {"The description is very short."}),
        ({"owner": "seo"}, {"The description is very short."}),
        ({"code": "thin"}, {"There is little to read."}),
        ({"q": "Spoilt"}, {"The description is very short.", "There is little to read."}),
        ({"q": "nothing like it"}, set()),
    ],
)
def test_it_can_be_narrowed(admin, spoilt, query, shown):
    Finding.objects.exclude(page=spoilt).delete()
    Finding.objects.exclude(code__in=["thin", "description-short"]).delete()
    response = admin.get(REPORT + "results/", query)
    assert {finding.message for finding in response.context["object_list"]} == shown


def test_a_filter_that_makes_no_sense_is_no_fault(admin, spoilt):
    assert admin.get(REPORT, {"code": "nothing", "severity": "x", "kind": "-1"}).status_code == 200


def test_a_spreadsheet_holds_the_same_and_no_formula(admin, spoilt):
    response = admin.get(REPORT, {"export": "csv"})
    rows = list(csv.DictReader(io.StringIO(response.getvalue().decode())))
    own = [row for row in rows if row["Page"] == "'=Spoilt"]
    assert {"thin", "description-short"} <= {row["Check"] for row in own}
    assert admin.get(REPORT, {"export": "xlsx"}).getvalue()[:2] == b"PK"


def test_a_finding_about_a_redirect_leads_to_it(admin, db):
    redirect = Redirect.objects.create(old_path="/a", redirect_link="/nothing/")
    audit()
    text = admin.get(REPORT).content.decode()
    assert reverse("wagtailredirects:edit", args=[redirect.pk]) in text
    assert admin.get(REPORT, {"export": "csv"}).status_code == 200


def test_earlier_runs_are_compared(admin, spoilt):
    audit()
    response = admin.get(REPORT)
    assert [row["numbers"][0] for row in response.context["trend"]] == [0, 0]
    assert "Earlier audits" in response.content.decode()


def test_queries_do_not_grow_with_findings(admin, make_page, spoilt):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            admin.get(REPORT)
        return len(captured)

    queries()
    few = queries()
    for number in range(10):
        make_page(f"Page {number}", search_description="Short.")
    audit()
    # The brand in the sidebar is read anew after a change.
    queries()
    assert queries() == few


def test_the_editor_shows_what_was_found_on_the_page(admin, spoilt, home):
    text = admin.get(reverse("wagtailadmin_pages:edit", args=[spoilt.pk])).content.decode()
    finding = Finding.objects.get(page=spoilt, code="description-short")
    # The query makes the browser go there anew: Wagtail looks for the place while the form loads.
    assert f'href="?found={finding.pk}#:w:contentpath=search_description"' in text
    new = reverse("wagtailadmin_pages:add", args=["home", "contentpage", home.pk])
    assert "What the last audit found" not in admin.get(new).content.decode()


def test_the_editor_says_nothing_to_who_may_not_read_the_report(client, make_user, spoilt):
    user = make_user("Editors")
    user.groups.get().permissions.filter(codename="view_finding").delete()
    client.force_login(user)
    edit = reverse("wagtailadmin_pages:edit", args=[spoilt.pk])
    assert "What the last audit found" not in client.get(edit).content.decode()


def test_a_post_has_the_panel_too(admin, blog):
    post = factories.BlogPostPageFactory(parent=blog)
    audit()
    edit = reverse("wagtailadmin_pages:edit", args=[post.pk])
    assert "There is little to read." in admin.get(edit).content.decode()
