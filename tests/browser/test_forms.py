"""Forms as a visitor meets them: by keyboard, with faults, with and without JavaScript."""

import csv
import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

ADDRESS, ITALIAN = "/write-to-us/", "/it/scriveteci/"


def fill(page: Page, message: str) -> None:
    page.get_by_label("Your name").fill("Ada Rossi")
    page.get_by_label("E-mail address").fill("ada@example.org")
    page.get_by_label("Something to be mended").check()
    page.get_by_label("Tell us").fill(message)
    page.get_by_label("Keep my message").check()


def send(page: Page) -> None:
    page.get_by_role("button", name="Send it to Cremona").click()


def axe(page: Page) -> list:
    violations = Axe().run(page).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in violations]


@pytest.fixture
def without_script(browser, site):
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.writes
def test_a_message_is_sent_and_read_in_the_admin(page, site, sign_in):
    page.goto(f"{ADDRESS}?utm_source=letter&utm_campaign=spring")
    with page.expect_response("**/forms/ticket/"):
        page.get_by_label("Your name").focus()
    fill(page, "A loom that hums.")
    send(page)
    page.wait_for_url("**/thanks/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert page.context.cookies() == []
    sign_in("marketer").goto("/admin/forms/")
    page.get_by_role("link", name="Write to us").first.click()
    expect(page.get_by_role("cell", name="A loom that hums.")).to_be_visible()
    exported = page.request.get(f"{page.url.split('?')[0]}?export=csv").text()
    row = next(row for row in csv.DictReader(io.StringIO(exported)) if "hums" in row["Tell us"])
    assert (row["Campaign"], row["Campaign source"]) == ("spring", "letter")


@pytest.mark.writes
def test_without_javascript_one_more_click_sends_it(without_script):
    page = without_script
    page.goto(ADDRESS)
    fill(page, "Sent without a script.")
    send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("One more click")
    page.get_by_role("button", name="Yes, send it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_faults_are_said_where_they_are_and_nothing_typed_is_lost(page, theme):
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.goto(ADDRESS)
    fill(page, "Kept as it is.")
    page.get_by_label("E-mail address").fill("ada@")
    send(page)
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(page.get_by_label("Tell us")).to_have_value("Kept as it is.")
    field = page.get_by_label("E-mail address")
    expect(field).to_have_value("ada@")
    expect(field).to_have_accessible_description("Only to answer you. Enter a valid email address.")
    summary.get_by_role("link", name="E-mail address").press("Enter")
    expect(field).to_be_focused()
    assert axe(page) == []


def test_a_double_click_sends_once(page, site):
    page.goto(ADDRESS)
    with page.expect_response("**/forms/ticket/"):
        page.get_by_label("Your name").focus()
    fill(page, "Clicked twice.")
    page.get_by_role("button", name="Send it to Cremona").dblclick()
    page.wait_for_url("**/thanks/")
    count = "from leads.models import Submission; print(Submission.objects.filter(form_data__message='Clicked twice.').count())"
    assert site.manage("shell", "-v", "0", "-c", count).stdout.strip() == "1"


@pytest.mark.parametrize("address", ["/newsletter/", "/it/newsletter/"])
def test_a_newsletter_is_asked_for_without_javascript(without_script, address):
    page = without_script
    page.goto(address)
    page.locator("input[type=email]").fill("bea@example.org")
    page.locator(".newsletter-form button").click()
    page.locator("main form button").click()
    assert page.url.endswith("/forms/newsletter/sent/")
    expect(page.locator("html")).to_have_attribute("lang", "it" if "/it/" in address else "en")


def test_the_form_answers_in_italian(page):
    page.goto(ITALIAN)
    page.get_by_role("button", name="Spedisci a Cremona").click()
    expect(page.get_by_role("alert")).to_contain_text("Non è ancora partito nulla")
    assert axe(page) == []
