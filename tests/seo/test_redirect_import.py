"""A table of redirects: rehearsed, then written whole or not at all."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.contrib.redirects.models import Redirect

from seo.redirect_import import MOST_ROWS

ADDRESS = "/admin/redirects/import/"


def send(admin, content: str | bytes) -> str:
    content = content.encode() if isinstance(content, str) else content
    table = SimpleUploadedFile("redirects.csv", content, "text/csv")
    return admin.post(ADDRESS, {"table": table}).content.decode()


def confirm(admin, page: str):
    rows = page.split('name="rows" value="')[1].split('"', maxsplit=1)[0]
    return admin.post(ADDRESS, {"rows": rows}, follow=True)


def links() -> dict[str, str]:
    return dict(Redirect.objects.values_list("old_path", "redirect_link"))


def test_a_table_is_rehearsed_and_then_written(admin, home):
    Redirect.add_redirect("/b", "https://before.example/")
    Redirect.add_redirect("/c", "http://localhost/it/")
    page = send(admin, "From,To\n/a/,/it/\n/b,https://after.example/\n/c,/it/\n\n")
    for line in ("1 new redirect", "1 leads elsewhere", "1 is there already"):
        assert line in page
    assert links()["/b"] == "https://before.example/"
    assert "2 redirects written" in confirm(admin, page).content.decode()
    assert links() == {
        "/a": "http://localhost/it/",
        "/b": "https://after.example/",
        "/c": "http://localhost/it/",
    }
    assert "1 is there already" in send(admin, "From;To\n/a/;/it/")


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("/a,/a/", "leads back"),
        ("/a,/b\n/b,/a", "leads back"),
        ("/a,/b\n/a,/c", "stands above already"),
        ("/a,", "missing"),
        ("/a", "missing"),
        ("=1+1,/b", "begins with /"),
        ("/a,javascript:alert(1)", "begins with /"),
        (f"/{'x' * 300},/b", "255"),
        ("/a,https://", "valid URL"),
    ],
)
def test_one_wrong_line_is_named_and_nothing_is_written(admin, home, rows, problem):
    page = send(admin, f"from,to\n/fine,/it/\n{rows}\n")
    assert problem in page
    assert 'name="rows"' not in page
    assert links() == {}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("from,to\n/caffè,/it/\n".encode("latin-1"), "UTF-8"),
        ("/a,/b\n", "first line"),
        ("", "empty"),
        (b"\x00\x01\x02", "first line"),
        ("from,to\n" + "/a,/b\n" * (MOST_ROWS + 1), "at most"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(admin, home, content, problem):
    assert problem in send(admin, content)
    assert links() == {}


def test_a_forged_confirmation_writes_nothing(admin, home):
    response = admin.post(ADDRESS, {"rows": "forged"}, follow=True)
    assert "Choose the file again" in response.content.decode()
    assert links() == {}


def test_who_may_not_add_redirects_may_not_import_them(client, make_user, home):
    client.force_login(make_user("Marketers"))
    assert client.get(ADDRESS).status_code == 302
