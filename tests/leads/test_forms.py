"""A form is kept once, whoever sends it and however often; and what is wrong with it is said beside it."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from leads.models import Delivery, FieldType, Submission
from tests import factories
from tests.factories import picture_bytes
from tests.leads.forms import ANSWERS, BROWSER, make_form, send, ticket


def test_what_is_sent_is_kept_and_the_sender_thanked(client, form):
    response = send(client, form)
    assert (response.status_code, response.url) == (303, f"/forms/{form.pk}/thanks/")
    submission = Submission.objects.get()
    assert submission.form_data == ANSWERS
    assert submission.confirmed_at
    thanks = client.get(response.url)
    assert "no-store" in thanks["Cache-Control"]
    assert 'content="noindex"' in thanks.content.decode()


def test_no_page_with_a_form_sets_a_cookie_or_holds_a_token(client, form):
    for response in (client.get(form.url), send(client, form), send(client, form, {})):
        assert not response.cookies
    html = client.get(form.url).content.decode()
    assert "csrf" not in html
    assert html == client.get(form.url).content.decode()


def test_the_same_message_sent_twice_is_one(client, form):
    once = ticket()
    answers = [send(client, form, **{"form-ticket": once}) for _time in range(2)]
    assert answers[0].url == answers[1].url
    assert Submission.objects.count() == 1
    assert Delivery.objects.count() == 3


def test_another_message_with_a_spent_ticket_is_kept_until_somebody_confirms(client, form):
    once = ticket()
    send(client, form, **{"form-ticket": once})
    response = send(client, form, ANSWERS | {"message": "More"}, **{"form-ticket": once})
    assert "/confirm/" in response.url
    assert Submission.objects.count() == 2


SUSPICIOUS = {
    "without a ticket": {"form-ticket": ""},
    "with a made-up ticket": {"form-ticket": "abc:def:ghi"},
    "with what nobody sees filled in": {"form-website": "https://example.org"},
}


@pytest.mark.parametrize("extra", SUSPICIOUS.values(), ids=SUSPICIOUS.keys())
def test_what_looks_like_a_robot_is_kept_and_told_after_one_more_click(client, form, extra):
    response = send(client, form, **extra)
    assert response.status_code == 303
    assert Submission.objects.get().confirmed_at is None
    assert not Delivery.objects.exists()
    page = client.get(response.url)
    assert "Yes, send it" in page.content.decode()
    for _time in range(2):
        assert client.post(response.url, headers=BROWSER).url.endswith("/thanks/")
    assert Submission.objects.get().confirmed_at
    assert Delivery.objects.count() == 3


@pytest.mark.parametrize("age", [0, 25 * 3600])
def test_a_ticket_too_young_or_too_old_is_none(client, form, age):
    assert "/confirm/" in send(client, form, **{"form-ticket": ticket(age)}).url


def test_a_click_for_another_form_confirms_nothing(client, home, form):
    other = make_form(home, slug="other", title="Other")
    address = send(client, form, **{"form-ticket": ""}).url
    response = client.post(address.replace(f"/{form.pk}/", f"/{other.pk}/"), headers=BROWSER)
    assert response.status_code == 404
    assert Submission.objects.get().confirmed_at is None


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site", "origin": "https://evil.example"}, 403),
        ({"sec-fetch-site": "same-site", "origin": "http://other.testserver"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://testserver"}, 303),
        ({"sec-fetch-site": "same-origin", "origin": "null"}, 303),
    ],
)
def test_only_pages_of_this_site_send_its_forms(client, form, headers, status):
    response = send(client, form, headers=headers)
    assert response.status_code == status
    assert Submission.objects.count() == (status == 303)
    if status == 403:
        assert "Two looms, please." in response.content.decode()


def test_a_program_that_says_nothing_of_itself_needs_one_more_click(client, form):
    assert "/confirm/" in send(client, form, headers={}).url


def test_a_form_with_faults_comes_back_with_all_that_was_typed(client, form):
    response = send(client, form, ANSWERS | {"email": "ada@", "name": ""})
    html = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 422
    assert html.find("textarea", {"name": "message"}).text.strip() == ANSWERS["message"]
    email = html.find("input", {"name": "email"})
    assert (email["value"], email["aria-invalid"]) == ("ada@", "true")
    assert html.find(id=email["aria-describedby"]).text
    summary = html.find(class_="error-summary")
    assert "autofocus" in summary.attrs
    for link in summary.find_all("a"):
        assert html.find(id=link["href"][1:])
    assert len(summary.find_all("a")) == 2
    assert not Submission.objects.exists()
    # The ticket is still good.
    again = html.find("input", {"name": "form-ticket"})["value"]
    assert send(client, form, **{"form-ticket": again}).url.endswith("/thanks/")


BAD = {
    "over-long": {"name": "x" * 256},
    "a very long message": {"message": "x" * 5001},
    "a header in the address": {"email": "ada@example.org\nBcc: all@example.org"},
    "a null byte": {"message": "a\x00b"},
    "two addresses": {"email": "ada@example.org, bea@example.org"},
    "a control character in quotes": {"email": '"a\x0bb"@example.org'},
    "a domain that no mail reaches": {"email": f"ada@{'ü' * 58}.org"},
    "a domain that breaks a line": {"email": "ada@x\u2028y.org"},
}


@pytest.mark.parametrize("answers", BAD.values(), ids=BAD.keys())
def test_bad_answers_are_refused_beside_their_field_and_the_others_kept(client, form, answers):
    response = send(client, form, ANSWERS | answers)
    assert response.status_code == 422
    assert set(response.context["form"].errors) == set(answers)
    html = BeautifulSoup(response.content, "html.parser")
    for name in ANSWERS.keys() - answers.keys():
        field = html.find(attrs={"name": name})
        assert field.get("value", field.text.strip()) == ANSWERS[name]
    assert not Submission.objects.exists()


def test_a_file_where_words_are_asked_for_is_refused(client, form):
    picture = SimpleUploadedFile("ada.png", picture_bytes(), "image/png")
    response = send(client, form, ANSWERS | {"name": picture})
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"name"}


BODIES = {
    "JSON": ("application/json", b'{"name": "Ada", "email": "ada@example.org"}'),
    "nothing": ("application/x-www-form-urlencoded", b""),
    "three megabytes": ("application/x-www-form-urlencoded", b"name=" + b"x" * 3_000_000),
    "thousands of fields": ("application/x-www-form-urlencoded", b"a=1&" * 6000),
    "no boundary": ("multipart/form-data", b"nonsense"),
    "an empty part": ("multipart/form-data; boundary=x", b"--x\r\n\r\n--x--"),
    "another character set": ("application/x-www-form-urlencoded; charset=utf-16", b"\xff\xfe\x00"),
    "an unknown character set": (
        "application/x-www-form-urlencoded; charset=nonsense",
        b"name=%ff",
    ),
}


@pytest.mark.parametrize(("kind", "body"), BODIES.values(), ids=BODIES.keys())
def test_what_no_form_sends_is_the_fault_of_its_sender(client, form, kind, body):
    response = client.generic("POST", form.action, body, kind, headers=BROWSER)
    assert response.status_code in {400, 422}
    assert not Submission.objects.exists()


def test_a_line_stays_one_line(client, form):
    send(client, form, ANSWERS | {"name": "Ada\r\nBcc: all@example.org"})
    assert Submission.objects.get().form_data["name"] == "Ada Bcc: all@example.org"


def test_forged_hidden_fields_of_ours_are_bounded_and_shown_as_text(admin, form):
    forged = {"from-utm_campaign": "x" * 5000, "from-address": "</td>\r\n<script>alert(1)</script>"}
    assert send(admin, form, **forged).status_code == 303
    submission = Submission.objects.get()
    assert len(submission.utm_campaign) == 100
    assert "\n" not in submission.address
    assert "<script>alert" not in admin.get(f"/admin/forms/submissions/{form.pk}/").content.decode()


def test_hidden_fields_that_nobody_asked_for_change_nothing(client, form):
    forged = {"page": "99", "key": "x", "confirmed_at": "2020-01-01", "utm_source": "<script>"}
    send(client, form, ANSWERS | forged)
    submission = Submission.objects.get()
    assert (submission.page_id, submission.utm_source) == (form.pk, "")
    assert set(submission.form_data) == set(ANSWERS)


def test_every_kind_of_question_is_asked_checked_and_kept(client, home):
    kinds = [
        ("Line", FieldType.SINGLELINE, "A line", "A line"),
        ("Text", FieldType.MULTILINE, "One\r\nTwo", "One\r\nTwo"),
        ("Mail", FieldType.EMAIL, "a@example.org", "a@example.org"),
        ("Phone", FieldType.PHONE, "+39 0372 555 0148", "+39 0372 555 0148"),
        ("List", FieldType.DROPDOWN, "Loom", "Loom"),
        ("Few", FieldType.RADIO, "Lathe", "Lathe"),
        ("Several", FieldType.CHECKBOXES, ["Loom", "Lathe"], ["Loom", "Lathe"]),
        ("Box", FieldType.CHECKBOX, "on", True),
        ("Day", FieldType.DATE, "2026-11-22", "2026-11-22"),
        ("Agreed", FieldType.CONSENT, "on", True),
    ]
    questions = [(label, kind, {"choices": "Loom\nLathe"}) for label, kind, *_sent in kinds]
    page = make_form(home, questions)
    answers = {label.lower(): sent for label, _kind, sent, _kept in kinds}
    assert send(client, page, answers).status_code == 303
    kept = {label.lower(): kept for label, _kind, _sent, kept in kinds}
    assert Submission.objects.get().form_data == kept
    wrong = {"phone": "call me", "list": "Saw", "few": "Saw", "several": ["Saw"], "day": "soon"}
    response = send(client, page, answers | wrong)
    assert response.status_code == 422
    assert set(response.context["form"].errors) == set(wrong)


def test_the_wording_of_a_consent_is_kept_as_it_was_that_day(client, home):
    consent = ("I agree to the privacy policy.", FieldType.CONSENT, {"help_text": "Of 2026."})
    page = make_form(home, [*make_questions(), consent])
    name = page.form_fields.last().clean_name
    assert send(client, page).status_code == 422
    send(client, page, ANSWERS | {name: "on"})
    question = page.form_fields.last()
    question.label = "Something else"
    question.save()
    kept = Submission.objects.get().consents
    assert kept == [{"field": name, "wording": "I agree to the privacy policy. Of 2026."}]


def make_questions():
    return [("Name", FieldType.SINGLELINE, {}), ("Email", FieldType.EMAIL, {})]


def test_too_many_messages_from_one_client_wait_with_their_words(client, form, settings):
    settings.FORM_LIMIT = 2
    codes = [send(client, form).status_code for _time in range(3)]
    assert codes == [303, 303, 429]
    response = send(client, form)
    assert int(response["Retry-After"]) <= 600
    assert ANSWERS["message"] in response.content.decode()
    assert Submission.objects.count() == 2


def test_the_campaign_is_read_from_the_address_of_the_page(client, form):
    page = "http://testserver/write/?utm_source=letter&utm_campaign=spring&utm_term=%00x&x=1"
    send(client, form, headers=BROWSER | {"referer": page}, **{"from-referrer": "news.example"})
    submission = Submission.objects.get()
    assert submission.campaign == {
        "utm_source": "letter",
        "utm_campaign": "spring",
        "utm_term": "x",
        "referrer": "news.example",
        "address": "/write/",
    }


def test_the_campaign_outlives_a_form_with_faults(client, form):
    page = "http://testserver/write/?utm_source=letter"
    response = send(client, form, {}, headers=BROWSER | {"referer": page})
    html = BeautifulSoup(response.content, "html.parser")
    carried = {
        field["name"]: field["value"]
        for field in html.select("input[type=hidden]")
        if field["name"].startswith("from-")
    }
    send(client, form, headers=BROWSER | {"referer": f"http://testserver{form.action}"}, **carried)
    assert Submission.objects.get().utm_source == "letter"
    assert Submission.objects.get().address == "/write/"


@pytest.mark.parametrize(
    "referer",
    [
        "http://other.example/?utm_source=x",
        "http://[",
        "nonsense",
        "http://testserver/?" + "a=1&" * 90,
    ],
)
def test_a_strange_address_of_the_page_is_no_campaign(client, form, referer):
    assert send(client, form, headers=BROWSER | {"referer": referer}).status_code == 303
    assert Submission.objects.get().utm_source == ""


def test_an_editor_sends_senders_to_a_page_of_the_site(client, home, form):
    form.thank_you_page = factories.ContentPageFactory(parent=home, slug="thanks")
    form.save()
    assert send(client, form).url == "/thanks/"
    form.thank_you_page.unpublish()
    assert send(client, form).url == f"/forms/{form.pk}/thanks/"


def test_a_form_that_is_not_public_takes_nothing(client, form):
    form.unpublish()
    assert send(client, form).status_code == 404
    assert client.get(f"/forms/{form.pk}/thanks/").status_code == 404


def test_a_form_of_another_language_has_its_own_address(client, form, italian_home):
    assert client.post(f"/it/forms/{form.pk}/").status_code == 404
    italian = make_form(italian_home, slug="scrivici", title="Scrivici")
    assert italian.action == f"/it/forms/{italian.pk}/"
    response = send(client, italian, {})
    assert response.status_code == 422
    assert "Questo campo è obbligatorio" in response.content.decode()


def test_a_visit_to_the_address_of_a_form_leads_to_its_page(client, form):
    assert client.get(form.action).url == form.url


def test_the_page_itself_takes_no_post(client, form):
    assert client.post(form.url, ANSWERS).status_code == 405
