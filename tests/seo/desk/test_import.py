"""The worksheet as a table that leaves and comes back: shown first, then written whole or not at all."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook
from wagtail.models import Page, PageLogEntry

from seo.desk import importing
from seo.models import MetadataImport
from seo.tables import as_written, harmless
from tests import factories

SHEET = "/admin/seo/worksheet/pages/"


@pytest.fixture
def seo(client, make_user):
    client.force_login(make_user("SEO"))
    return client


@pytest.fixture
def pages(home):
    return [
        factories.ContentPageFactory(parent=home, title=title, slug=title.strip("=").lower())
        for title in ("Looms", "Warps", "=Wefts")
    ]


def download(client, **query) -> bytes:
    response = client.get(SHEET, {"export": "csv"} | query)
    return b"".join(response.streaming_content)


def rows_of(content: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def table(rows: list[dict]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def send(client, content: str | bytes):
    content = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile("seo.csv", content, "text/csv")
    return client.post(f"{SHEET}import/", {"table": file}, follow=True)


def row_of(rows: list[dict], page) -> dict:
    return next(row for row in rows if row["id"] == f"pages-{page.pk}")


def titles() -> dict[str, str]:
    return dict(Page.objects.exclude(seo_title="").values_list("title", "seo_title"))


def test_the_table_holds_what_the_list_shows(seo, pages, home):
    content = download(seo, q="looms")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = rows_of(content)
    assert [row["name"] for row in rows] == ["Looms"]
    assert rows[0]["address"].endswith("/looms/")
    assert (rows[0]["language"], rows[0]["status"]) == ("en", "live")
    assert len(rows_of(download(seo))) > 3


def test_no_cell_is_a_formula_and_all_come_back_as_they_were(seo, pages):
    Page.objects.filter(pk=pages[0].pk).update(seo_title="-50% on looms", search_description="@us")
    content = download(seo)
    cells = [cell for row in rows_of(content) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    page = send(seo, content).content.decode()
    assert "0 lines would change" in page
    for text in ("=1+1", "'", "'=x", "''", "-1", "\tx", "plain", "'quoted'"):
        assert as_written(harmless(text)) == text


def test_a_workbook_holds_the_same_as_text(seo, pages):
    Page.objects.filter(pk=pages[0].pk).update(
        seo_title="=1+1", search_description="pasted\x0btext"
    )
    response = seo.get(SHEET, {"export": "xlsx", "q": "looms"})
    assert response["Content-Disposition"] == 'attachment; filename="seo-pages.xlsx"'
    head, row = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active.iter_rows()
    cells = {name.value: cell for name, cell in zip(head, row, strict=True)}
    assert list(cells) == list(rows_of(download(seo))[0])
    assert (cells["seo_title"].value, cells["seo_title"].data_type) == ("=1+1", "s")
    assert cells["search_description"].value == "pasted text"
    assert cells["id"].value == f"pages-{pages[0].pk}"


def test_a_table_is_shown_then_written_with_a_trace(seo, pages):
    rows = rows_of(download(seo))
    row_of(rows, pages[0])["seo_title"] = "New looms"
    row_of(rows, pages[1])["search_description"] = "New words"
    response = send(seo, table(rows))
    page = response.content.decode()
    assert "2 lines would change" in page
    assert "<ins>New looms</ins>" in page
    assert titles() == {}
    entries = PageLogEntry.objects.filter(action="seo.metadata")
    assert (
        "2 lines written" in seo.post(response.request["PATH_INFO"], follow=True).content.decode()
    )
    assert titles() == {"Looms": "New looms"}
    assert entries.count() == 2
    # Once.
    seo.post(response.request["PATH_INFO"])
    assert entries.count() == 2
    assert "written already" in seo.get(response.request["PATH_INFO"]).content.decode()


def test_what_somebody_changed_since_is_a_conflict(seo, pages):
    rows = rows_of(download(seo))
    for page in pages[:2]:
        row_of(rows, page)["seo_title"] = "From the table"
    pages[0].seo_title = "Theirs"
    pages[0].save()
    response = send(seo, table(rows))
    page = response.content.decode()
    assert "1 line would change" in page
    assert "1 line cannot be written" in page
    assert "Somebody has changed it since the file was downloaded." in page
    assert titles() == {"Looms": "Theirs"}
    report = seo.get(f"{response.request['PATH_INFO']}report/")
    lines = rows_of(b"".join(report.streaming_content))
    assert {line["seo_title_before"] for line in lines} == {"Theirs", ""}
    # The others may be written without it, as the button says.
    seo.post(response.request["PATH_INFO"])
    assert titles() == {"Looms": "Theirs", "Warps": "From the table"}


def test_a_change_between_showing_and_confirming_stops_everything(seo, pages):
    rows = rows_of(download(seo))
    for page in pages:
        row_of(rows, page)["seo_title"] = "From the table"
    response = send(seo, table(rows))
    pages[2].seo_title = "Theirs"
    pages[2].save()
    page = seo.post(response.request["PATH_INFO"]).content.decode()
    assert "Nothing has been written" in page
    assert titles() == {"=Wefts": "Theirs"}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("pages-999999,x,Title,", "no such page"),
        ("nothing-1,x,Title,", "no such page"),
        ("pages-x,x,Title,", "no such page"),
        (",x,Title,", "no such page"),
        ("pages-99999999999999999999,x,Title,", "no such page"),
        ("{id},x,=1+1,", "A formula"),
        ("{id},x,Other,", "changed it since"),
        ("{id},{version}," + "x" * 256 + ",", "255"),
        ("{id},{version},A,\n{id},{version},B,", "several lines"),
    ],
)
def test_a_wrong_line_is_named_and_nothing_is_written(seo, pages, line, problem):
    row = row_of(rows_of(download(seo)), pages[0])
    content = f"id,version,seo_title,search_description\n{line.format(**row)}\n"
    response = send(seo, content)
    assert response.status_code == 200
    assert problem in response.content.decode()
    assert "0 lines would change" in response.content.decode()
    assert titles() == {}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("id,version,seo_title\npages-1,x,caffè\n".encode("latin-1"), "UTF-8"),
        ("id,seo_title\npages-1,x\n", "column is missing"),
        ("id,version\npages-1,x\n", "column is missing"),
        ("pages-1,x,Title\n", "column is missing"),
        ("", "empty"),
        (b"PK\x03\x04\x00", "column is missing"),
    ],
)
def test_what_is_no_such_table_is_refused_with_a_sentence(seo, pages, content, problem):
    assert problem in send(seo, content).content.decode()
    assert not MetadataImport.objects.exists()


def test_a_column_that_is_left_out_and_semicolons_are_fine(seo, pages):
    row = row_of(rows_of(download(seo)), pages[0])
    response = send(seo, f"id;version;search_description\n{row['id']};{row['version']};Words; x\n")
    assert "1 line would change" in response.content.decode()


def test_a_hundred_thousand_lines_are_compared(seo, pages):
    lines = (f"pages-{1_000_000 + number},x,Title" for number in range(100_000))
    page = send(seo, "id,version,seo_title\n" + "\n".join(lines)).content.decode()
    assert "100000 lines cannot be written" in page.replace(",", "").replace(".", "")
    assert page.count("<tr>") < 300


def test_more_changes_than_fit_into_one_go_are_refused(seo, pages, monkeypatch):
    monkeypatch.setattr(importing, "MOST_CHANGES", 1)
    rows = rows_of(download(seo))
    for page in pages:
        row_of(rows, page)["seo_title"] = "From the table"
    assert "at most 1 can be written" in send(seo, table(rows)).content.decode()
    assert not MetadataImport.objects.exists()


def test_an_import_is_its_owner_s_and_for_those_who_may(client, make_user, pages):
    client.force_login(make_user("SEO"))
    rows = rows_of(download(client))
    row_of(rows, pages[0])["seo_title"] = "From the table"
    address = send(client, table(rows)).request["PATH_INFO"]
    client.force_login(make_user("Editors"))
    assert client.post(address).status_code == 404
    assert client.get(f"{address}report/").status_code == 404
    client.force_login(make_user("Marketers"))
    for place in (address, f"{SHEET}import/", f"{SHEET}?export=csv"):
        assert client.post(place).url == "/admin/"
    assert titles() == {}
