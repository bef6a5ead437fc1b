"""What is asked for and not there: noted without saying by whom, within bounds, and answered as editors decide."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from seo.models import MissingAddress, missing
from tests import factories


def noted() -> dict[str, int]:
    return dict(MissingAddress.objects.values_list("path", "count"))


def test_visits_are_counted(client, home):
    for _visit in range(3):
        assert client.get("/old-page/").status_code == 404
    client.get("/it/vecchia-pagina/")
    assert noted() == {"/old-page": 3, "/it/vecchia-pagina": 1}
    assert MissingAddress.objects.get(path="/old-page").last_seen


@pytest.mark.parametrize(
    "path",
    [
        "/ada@example.org/",
        "/ada%40example.org/",
        "/order/12345678/",
        "/reset/9f86d081884c7d65/",
        "/wp-login.php",
        "/.env",
        "/backup.sql",
        "/" + "x" * 300 + "/",
        "/media/lost.jpg",
        "/nul%00l/",
    ],
)
def test_nothing_personal_and_no_noise_is_noted(client, home, path):
    assert client.get(path).status_code == 404
    assert noted() == {}


def test_what_stands_behind_the_question_mark_is_nobodys_business(client, home):
    client.get("/old-page/?email=ada@example.org&token=1")
    assert noted() == {"/old-page": 1}


def test_the_list_stays_within_bounds(client, home, monkeypatch):
    monkeypatch.setattr(missing, "KEPT", 3)
    MissingAddress.objects.create(path="/gone", gone=True)
    MissingAddress.objects.note_removal("/was", "Page")
    for path in ("/often/", "/often/", "/a/", "/b/", "/c/", "/d/"):
        client.get(path)
    assert set(noted()) == {"/gone", "/was", "/often", "/c", "/d"}


def test_what_stood_there_stays_within_bounds_too(home, monkeypatch):
    monkeypatch.setattr(missing, "KEPT", 2)
    for number in range(4):
        MissingAddress.objects.note_removal(f"/was-{number}", "Page")
    assert set(noted()) == {"/was-2", "/was-3"}


def test_what_is_gone_on_purpose_says_so(client, home):
    MissingAddress.objects.create(path="/old-page", gone=True)
    response = client.get("/old-page/")
    text = response.content.decode()
    assert response.status_code == 410
    assert "This page is gone" in text
    assert '<meta name="robots" content="noindex">' in text
    assert "canonical" not in text


def test_it_is_said_in_the_language_of_the_address(client, home):
    MissingAddress.objects.create(path="/it/vecchia", gone=True)
    assert '<html lang="it"' in client.get("/it/vecchia/").content.decode()


def test_one_click_leads_to_the_redirect_and_off_the_list(admin, client, home):
    about = factories.ContentPageFactory(parent=home, slug="about")
    admin.get("/old-page/")
    text = admin.get("/admin/missing/").content.decode()
    assert "/admin/redirects/add/?from=%2Fold-page" in text
    form = {"old_path": "/old-page", "is_permanent": "on", "redirect_page": about.pk}
    admin.post("/admin/redirects/add/", form)
    assert admin.get("/old-page/").url == "/about/"
    assert noted() == {}


def test_the_list_can_be_taken_away(admin, home):
    admin.get("/old-page/")
    response = admin.get("/admin/missing/?export=csv")
    assert "/old-page" in response.getvalue().decode()


def test_an_editor_marks_what_is_gone(admin, home):
    admin.post("/admin/missing/new/", {"path": "http://localhost/old-page/", "gone": "on"})
    assert admin.get("/old-page/").status_code == 410


def test_what_is_published_is_missing_no_more(client, home):
    client.get("/about/")
    page = factories.ContentPageFactory(parent=home, slug="about", live=False)
    page.save_revision().publish()
    assert noted() == {}


@pytest.mark.parametrize(("role", "status"), [("SEO", 200), ("Editors", 200), ("Marketers", 302)])
def test_who_looks_after_them(client, make_user, home, role, status):
    client.force_login(make_user(role))
    assert client.get("/admin/missing/").status_code == status


def test_a_redirect_is_answered_before_anything_is_noted(client, home):
    Redirect.add_redirect("/old-page", "https://elsewhere.example/")
    assert client.get("/old-page/").url == "https://elsewhere.example/"
    assert noted() == {}
