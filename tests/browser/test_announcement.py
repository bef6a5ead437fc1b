"""The announcement of the example, closed by its reader: nothing moves, and no cookie remembers it."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_consent import SHIFT


def test_a_reader_closes_it_for_good(page):
    page.goto("/about/")
    bar = page.get_by_role("complementary", name="Announcement")
    expect(bar).to_be_visible()
    assert page.evaluate(SHIFT) == 0
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Close the announcement")).to_be_focused()
    page.keyboard.press("Enter")
    expect(bar).to_be_hidden()
    expect(page.locator("#top")).to_be_focused()
    page.goto("/people/")
    expect(bar).to_be_hidden()
    assert page.evaluate(SHIFT) == 0
    assert page.context.cookies() == []


def test_it_is_in_the_language_of_the_page_and_leads_on(page):
    page.goto("/it/")
    bar = page.get_by_role("complementary", name="Avviso")
    bar.get_by_role("link").click()
    page.wait_for_url("**/it/contatti/")
    violations = Axe().run(page).response["violations"]
    assert violations == []


def test_without_javascript_it_is_read_and_has_no_button_that_does_nothing(browser, site):
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    expect(page.get_by_role("complementary", name="Announcement")).to_be_visible()
    expect(page.locator("[data-close-announcement]")).to_be_hidden()
    context.close()
