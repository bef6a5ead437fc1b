"""The search box under a keyboard and a listener, and the whole search without script."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect


@pytest.fixture
def box(page):
    page.goto("/about/")
    return page.get_by_role("combobox", name="Search")


def test_a_box_on_every_page_says_what_it_is(page, box):
    expect(page.get_by_role("search", name="Search this site")).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_attribute("aria-autocomplete", "list")
    page.goto("/search/")
    expect(page.get_by_role("search")).to_have_count(1)
    expect(page.get_by_role("combobox", name="What are you looking for?")).to_be_visible()


def test_suggestions_are_walked_through_and_chosen_by_keyboard(page, box):
    box.press_sequentially("loo")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"Suggestions: \d+"))
    box.press("ArrowDown")
    first = options.first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
    expect(box).to_be_focused()
    words = first.inner_text()
    box.press("ArrowUp")
    expect(first).to_have_attribute("aria-selected", "false")
    box.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.get_by_role("searchbox").or_(page.get_by_role("combobox"))).to_have_value(words)


def test_escape_closes_the_suggestions_and_enter_searches_for_what_was_typed(page, box):
    box.press_sequentially("loom")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("loom")
    box.press("Enter")
    page.wait_for_url("**/search/?q=loom")


def test_a_title_leads_to_its_page(page, box):
    box.press_sequentially("sharpen")
    page.get_by_role("option", name="Sharpening", exact=True).and_(
        page.locator("[data-url]")
    ).click()
    page.wait_for_url("**/blog/sharpening/")


def test_leaving_the_box_closes_the_suggestions(page, box):
    box.press_sequentially("loom")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_open_suggestions_and_choices(page, theme):
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.goto("/search/?q=loom")
    page.get_by_text("Narrow the search").click()
    page.get_by_role("combobox").fill("")
    page.get_by_role("combobox").press_sequentially("loo")
    expect(page.get_by_role("option").first).to_be_visible()
    violations = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in violations] == []


def test_open_suggestions_fit_on_a_small_phone(page):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/search/")
    page.get_by_role("combobox").press_sequentially("the")
    page.get_by_role("combobox").press_sequentially(" loo")
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_click_on_a_result_is_counted(page, site):
    page.goto("/search/?q=loom")
    with page.expect_request("**/search/click/") as request:
        page.locator(".result a").first.click()
    assert request.value.post_data == "q=loom"


def test_every_state_is_reached_without_script(browser, site):
    context = browser.new_context(
        base_url=site.url, java_script_enabled=False, viewport={"width": 1440, "height": 1000}
    )
    page = context.new_page()
    page.goto("/about/")
    page.get_by_role("searchbox", name="Search").fill("lomm")
    page.get_by_role("searchbox", name="Search").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("loom")
    page.get_by_role("link", name="as it is").click()
    expect(page.get_by_text("Nothing matches these words.")).to_be_visible()
    page.get_by_role("searchbox").fill("the machine")
    page.get_by_role("button", name="Search").click()
    page.get_by_text("Narrow the search").click()
    page.get_by_role("link", name=re.compile("^Posts")).click()
    expect(page).to_have_url(re.compile("type=post"))
    page.get_by_role("link", name="Date", exact=True).click()
    expect(page).to_have_url(re.compile("sort=date"))
    expect(page.get_by_role("link", name="Date", exact=True)).to_have_attribute(
        "aria-current", "true"
    )
    page.get_by_role("link", name=re.compile("Take away:")).click()
    expect(page).not_to_have_url(re.compile("type=post"))
    context.close()
