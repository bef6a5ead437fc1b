"""Who may read what visitors have sent: listed, filtered, exported without a formula, deleted in time."""

import csv
import io
import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import GroupPagePermission

from leads.models import Delivery, FieldType, Submission, SubmittedFile, Subscription
from leads.personal_data import PersonalData
from leads.retention import delete_overdue
from tests.factories import picture_bytes
from tests.leads.forms import ANSWERS, BROWSER, make_form, send


@pytest.fixture
def sent(client, form):
    spring = BROWSER | {"referer": f"http://testserver{form.url}?utm_campaign=spring"}
    send(client, form, headers=spring)
    send(client, form, ANSWERS | {"name": "=1+1", "message": "@SUM(A1)"})
    send(client, form, ANSWERS | {"name": "Robot"}, **{"form-ticket": ""})
    return form


def address(form, query: str = "") -> str:
    return f"/admin/forms/submissions/{form.pk}/{query}"


@pytest.mark.parametrize(
    ("role", "status"), [("Editors", 200), ("Marketers", 200), ("SEO", 302), (None, 200)]
)
def test_the_roles_say_who_reads_submissions(client, make_user, sent, role, status):
    client.force_login(make_user(role))
    response = client.get(address(sent))
    assert response.status_code == status
    assert ("Two looms" in response.content.decode()) == (status == 200)


def test_a_marketer_reads_those_of_her_section(client, home, make_user, sent):
    marketer = make_user("Marketers")
    GroupPagePermission.objects.filter(group__name="Marketers").update(
        page=make_form(home, slug="b")
    )
    client.force_login(marketer)
    assert client.get(address(sent)).status_code == 302


def test_they_are_filtered_by_campaign_state_and_words(admin, sent):
    def found(query: str) -> int:
        return len(admin.get(address(sent, query)).context["submissions"])

    assert found("") == 3
    assert found("?utm_campaign=spring") == 1
    assert found("?state=confirmed") == 2
    assert found("?state=unconfirmed") == 1
    assert found("?words=Robot") == 1
    assert found("?words=%25&state=nonsense&date_from=x") in (0, 3)


def test_an_export_holds_everything_and_no_formula(admin, sent):
    response = admin.get(address(sent, "?export=csv"))
    rows = list(csv.DictReader(io.StringIO(response.getvalue().decode())))
    assert [row["Name"] for row in rows] == ["Ada", "'=1+1", "Robot"]
    assert rows[1]["Message"] == "'@SUM(A1)"
    assert (rows[0]["Campaign"], rows[0]["Sent from"]) == ("spring", sent.url)
    assert admin.get(address(sent, "?export=xlsx")).getvalue()[:2] == b"PK"


def test_an_empty_list_says_so(admin, form):
    assert "no submissions" in admin.get(address(form)).content.decode()


def test_filters_that_nothing_matches_say_so(admin, sent):
    listed = admin.get(address(sent, "?words=zebra")).content.decode()
    assert "No message matches these filters." in listed
    assert "no submissions" not in listed


def test_a_long_answer_has_room_of_its_own(client, admin, form):
    send(client, form, ANSWERS | {"message": "<b>loom</b> " * 100})
    listed = BeautifulSoup(admin.get(address(form)).content, "html.parser")
    assert listed.find(class_="submission-text").text.count("<b>loom</b>") == 100
    assert listed.find("link", href=re.compile("css/admin/submissions"))


def test_the_lists_ask_no_more_with_more_rows(admin, client, sent):
    def queries(page: str) -> int:
        # The first makes the brand’s record, the second remembers what stands around every page.
        for _time in range(2):
            admin.get(page)
        with CaptureQueriesContext(connection) as captured:
            assert admin.get(page).status_code == 200
        return len(captured)

    pages = [address(sent), "/admin/reports/deliveries/", "/admin/reports/newsletter/"]
    Subscription.objects.create(email="a@example.org", locale=sent.locale)
    few = [queries(page) for page in pages]
    for number in range(8):
        send(client, sent, ANSWERS | {"message": f"{number}"})
        Subscription.objects.create(email=f"{number}@example.org", locale=sent.locale)
    assert [queries(page) for page in pages] == few


@pytest.mark.parametrize("page", ["/admin/reports/deliveries/", "/admin/reports/newsletter/"])
def test_the_reports_are_for_those_who_may_read_them(client, make_user, db, page):
    client.force_login(make_user("SEO"))
    assert client.get(page).status_code == 302
    client.force_login(make_user("Marketers"))
    assert client.get(page).status_code == 200


def test_subscriptions_are_exported_with_proof_and_the_way_to_leave(admin, home):
    subscription = Subscription.objects.create(email="a@example.org", locale=home.locale)
    subscription.events.create(kind="requested", wording="Yes, write.")
    response = admin.get("/admin/reports/newsletter/?export=csv")
    (row,) = csv.DictReader(io.StringIO(response.getvalue().decode()))
    assert row["What subscribers agree to"] == "Yes, write."
    assert "/forms/newsletter/leave/" in row["Unsubscribe"]


def test_what_was_given_up_is_tried_again_by_hand(admin, sent, make_user, client):
    delivery = Delivery.objects.first()
    Delivery.objects.update(attempts=9, given_up_at=timezone.now(), error="down")
    page = admin.get("/admin/reports/deliveries/?state=given_up").content.decode()
    assert "Try again now" in page
    assert admin.get(f"/admin/reports/deliveries/{delivery.pk}/again/").status_code == 405
    admin.post(f"/admin/reports/deliveries/{delivery.pk}/again/")
    assert list(Delivery.objects.due()) == [delivery]


def test_each_form_keeps_for_as_long_as_its_editor_says(client, home, form):
    short = make_form(home, slug="short", title="Short", retention_days=10)
    send(client, form)
    send(client, short)
    Submission.objects.update(submit_time=timezone.now() - timedelta(days=11))
    assert delete_overdue() == 1
    assert [one.page_id for one in Submission.objects.all()] == [form.pk]


def test_what_nobody_confirmed_goes_after_two_weeks(client, sent):
    Submission.objects.update(submit_time=timezone.now() - timedelta(days=15))
    assert delete_overdue() == 1
    assert Submission.objects.confirmed().count() == 2


@pytest.fixture
def file_form(home, settings, tmp_path):
    settings.FORM_UPLOADS, settings.PRIVATE_ROOT = True, tmp_path / "private"
    settings.FORM_UPLOAD_SIZE = 10_000
    return make_form(home, [("Plan", FieldType.FILE, {})])


def upload(name="plan.png", content=None):
    content = picture_bytes() if content is None else content
    return {"plan": SimpleUploadedFile(name, content, "text/html")}


def test_a_file_is_kept_apart_and_reached_by_those_who_may(
    client, file_form, make_user, settings, tmp_path
):
    assert send(client, file_form, upload("../../etc/plan.png")).status_code == 303
    file = SubmittedFile.objects.get()
    assert (file.name, file.media_type) == ("plan.png", "image/png")
    path = tmp_path / "private" / file.file.name
    assert path.exists()
    assert client.get(f"/media/{file.file.name}").status_code == 404
    link = f"/admin/forms/files/{file.pk}/"
    client.force_login(make_user("Editors"))
    assert f'href="{link}"' in client.get(address(file_form)).content.decode()
    for role, status in ((None, 200), ("SEO", 302)):
        client.force_login(make_user(role))
        response = client.get(link)
        assert response.status_code == status
        if status == 200:
            assert response["Content-Disposition"] == 'attachment; filename="plan.png"'
            assert response["Content-Type"] == "application/octet-stream"
            assert response.getvalue() == picture_bytes()


def test_a_file_goes_with_its_submission(
    client, file_form, tmp_path, django_capture_on_commit_callbacks
):
    send(client, file_form, upload())
    assert len(list((tmp_path / "private/leads").iterdir())) == 1
    with django_capture_on_commit_callbacks(execute=True):
        Submission.objects.get().delete()
    assert not list((tmp_path / "private/leads").iterdir())


BAD_FILES = {
    "a page that says it is a picture": upload("plan.png", b"<html><script>alert(1)</script>"),
    "a picture that says it is a PDF": upload("plan.pdf"),
    "a program": upload("plan.exe", b"MZ" + b"0" * 100),
    "a drawing with scripts": upload("plan.svg", b"<svg/>"),
    "too large": upload("plan.png", picture_bytes() + b"0" * 10_000),
    "empty": upload("plan.png", b""),
    "two endings": upload("plan.png.html"),
    "a name too long": upload("p" * 130 + ".png"),
}


@pytest.mark.parametrize("data", BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_file_that_lies_or_is_too_large_is_refused(client, file_form, data):
    for file in data.values():
        file.seek(0)
    response = send(client, file_form, data)
    assert response.status_code == 422
    assert response.context["form"].errors["plan"]
    assert not SubmittedFile.objects.exists()


def test_files_are_off_until_somebody_wants_them(client, file_form, settings):
    settings.FORM_UPLOADS = False
    assert send(client, file_form, upload()).status_code == 422


def test_everything_about_an_address_is_found_and_deleted(client, sent, capsys):
    other = ANSWERS | {"email": "bea@example.org"}
    send(client, sent, other)
    Subscription.objects.create(email="ada@example.org", locale=sent.locale)
    data = PersonalData.of("ADA@example.org")
    assert len(data.submissions) == 3
    found = data.as_dict()
    assert found["submissions"][0]["answers"] == ANSWERS
    assert found["newsletter"][0]["email"] == "ada@example.org"
    assert [mail["kind"] for mail in found["mails"]] == ["confirmation"] * 2
    data.delete()
    assert [one.form_data["email"] for one in Submission.objects.all()] == ["bea@example.org"]
    assert not Subscription.objects.exists()
    assert not Delivery.objects.filter(recipient="ada@example.org").exists()


def test_every_right_is_granted(db):
    codenames = Permission.objects.filter(group__name="Marketers", content_type__app_label="leads")
    assert set(codenames.values_list("codename", flat=True)) == {
        "change_delivery",
        "delete_submission",
        "view_delivery",
        "view_submission",
        "view_subscription",
    }
