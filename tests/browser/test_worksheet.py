"""The worksheet as an SEO specialist uses it: by keyboard, beside colleagues, and by way of a spreadsheet."""

import csv
import io
import re

from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.browser.server import Site

WORKSHEET = "/admin/seo/worksheet/pages/"
# What the database holds of a post, and of its newest draft.
LOOK = """
import json
from blog.models import BlogPostPage
post = BlogPostPage.objects.get(slug={slug!r})
draft = post.get_latest_revision().content
body = list(post.body.raw_data)
print(json.dumps([post.title, post.live, post.has_unpublished_changes, post.lead, body, post.seo_title]))
print(json.dumps({{k: v for k, v in draft.items() if not k.startswith("latest_revision")}}))
"""


def database(site: Site, script: str) -> str:
    return site.manage("shell", "--no-imports", "--command", script).stdout


def test_a_line_is_saved_and_undone_by_keyboard_beside_a_draft(sign_in, site):
    slug = "why-we-show-a-cartoon-rabbit"
    database(
        site,
        "from blog.models import BlogPostPage\n"
        f"post = BlogPostPage.objects.get(slug={slug!r})\n"
        "post.title = 'Nobody may read this yet'\n"
        "post.save_revision()",
    )
    look = LOOK.format(slug=slug)
    before = database(site, look)
    page = sign_in("seo")
    page.goto(f"{WORKSHEET}?q=rabbit&locale=en")
    row = page.locator("[data-row]").first
    expect(page.get_by_text("Live with a draft").last).to_be_visible()
    title = row.get_by_label("Title")
    title.focus()
    title.fill("A rabbit on every machine")
    expect(row.locator("[data-counter=seo_title]")).to_have_text(
        re.compile(r"Shown: “A rabbit on every machine – Telaio”.* \d{3} px")
    )
    page.keyboard.press("Enter")
    expect(row.locator("[data-message]")).to_have_text("Saved.")
    # Where one was before, to go on.
    expect(title).to_be_focused()
    after = database(site, look)
    assert after.count("A rabbit on every machine") == 2
    assert after.replace("A rabbit on every machine", "") == before
    public = page.request.get(f"/blog/{slug}/").text()
    assert "<title>A rabbit on every machine" in public
    assert "Nobody may read this yet" not in public
    row.get_by_role("button", name="Undo").press("Enter")
    expect(row.locator("[data-message]")).to_have_text("Undone.")
    assert database(site, look) == before


def test_lengths_advise_and_never_block(sign_in):
    page = sign_in("seo")
    page.goto(f"{WORKSHEET}?locale=en")
    row = page.locator("[data-row]").nth(2)
    description = row.get_by_label("Description")
    description.fill("Short")
    counter = row.locator("[data-counter=search_description]")
    expect(counter).to_contain_text("Rather short")
    description.fill("w" * 161)
    expect(counter).to_contain_text("Too long")
    expect(counter).to_contain_text("Characters: 161")
    page.keyboard.press("Control+Enter")
    expect(row.locator("[data-message]")).to_have_text("Saved.")
    row.get_by_role("button", name="Undo").click()
    expect(row.locator("[data-message]")).to_have_text("Undone.")


def test_words_survive_a_lost_session_and_a_colleague_who_was_faster(sign_in, site):
    page = sign_in("seo")
    page.goto(f"{WORKSHEET}?locale=en&q=machines")
    row = page.locator("[data-row]").first
    field = row.get_by_label("Title")
    database(
        site,
        "from wagtail.models import Page\n"
        f"Page.objects.filter(pk={field.get_attribute('id').removeprefix('title-')})"
        ".update(seo_title='Theirs')",
    )
    field.fill("Mine")
    page.keyboard.press("Enter")
    expect(row.get_by_text("It now says: “Theirs”")).to_be_visible()
    expect(field).to_have_value("Mine")
    cookies = page.context.cookies()
    page.context.clear_cookies()
    row.get_by_role("button", name="Replace it with mine").click()
    expect(row.locator("[data-message]")).to_contain_text("Your words are still here")
    expect(field).to_have_value("Mine")
    page.context.add_cookies(cookies)
    row.get_by_role("button", name="Replace it with mine").click()
    expect(row.locator("[data-message]")).to_have_text("Saved.")


def test_from_the_report_three_lines_are_filled_in_and_the_count_drops(sign_in, site):
    count = "from wagtail.models import Revision; print(Revision.objects.count())"
    database(
        site,
        "from blog.models import BlogPostPage\n"
        "from wagtail.models import Page\n"
        "posts = BlogPostPage.objects.order_by('pk').values('pk')[:5]\n"
        "Page.objects.filter(pk__in=list(p['pk'] for p in posts)).update(search_description='')",
    )
    page = sign_in("seo")
    page.goto("/admin/")
    page.get_by_role("button", name="Reports").click()
    page.get_by_role("link", name="Without meta description").click()
    matches = page.get_by_role("alert").filter(has_text="match")
    before = int(re.search(r"\d+", matches.inner_text())[0])
    revisions = int(database(site, count))
    for number in range(3):
        row = page.locator("[data-row]").nth(number)
        row.get_by_label("Description").fill(f"=Description {number}")
        page.keyboard.press("Control+Enter")
        expect(row.locator("[data-message]")).to_have_text("Saved.")
    assert int(database(site, count)) == revisions + 3
    page.reload()
    assert int(re.search(r"\d+", matches.inner_text())[0]) == before - 3
    page.goto(WORKSHEET)
    page.get_by_role("button", name="Actions").first.click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download XLSX").click()
    head, *lines = load_workbook(io.BytesIO(download.value.path().read_bytes())).active.iter_rows()
    assert [cell.value for cell in head][:3] == ["id", "version", "address"]
    assert [
        (cell.value, cell.data_type)
        for line in lines
        for cell in line
        if "=Description" in str(cell.value)
    ] == [(f"=Description {number}", "s") for number in range(3)]


def test_a_table_comes_back_with_a_conflict(sign_in, site):
    page = sign_in("seo")
    content = page.request.get(f"{WORKSHEET}?export=csv&locale=en&q=loom").text()
    rows = list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"))))[:2]
    for row in rows:
        row["search_description"] = "From the spreadsheet"
    key = rows[0]["id"].removeprefix("pages-")
    database(
        site,
        "from wagtail.models import Page\n"
        f"Page.objects.filter(pk={key}).update(search_description='Theirs')",
    )
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    page.goto(WORKSHEET)
    page.get_by_role("link", name="Import").click()
    page.get_by_label("CSV file").set_input_files(
        {"name": "seo.csv", "mimeType": "text/csv", "buffer": out.getvalue().encode("utf-8-sig")}
    )
    page.get_by_role("button", name="See what would happen").click()
    expect(page.get_by_text("1 line would change")).to_be_visible()
    expect(page.get_by_text("Somebody has changed it since the file")).to_be_visible()
    with page.expect_download() as report:
        page.get_by_role("link", name="Download the report").click()
    assert "Theirs" in report.value.path().read_text("utf-8-sig")
    page.get_by_role("button", name="Write the 1 other line").click()
    expect(page.get_by_text("1 line written.")).to_be_visible()
