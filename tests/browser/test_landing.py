"""A marketer builds a landing page as docs/editing.md says, and a visitor finds what it promises."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editor import Editor

FEATURES = {"Come": "Early, with your wool.", "Weave": "Until the light goes."}

pytestmark = pytest.mark.writes


def home_id(page: Page) -> int:
    page.goto("/admin/pages/")
    home = page.get_by_role("row").filter(has_text="English")
    link = home.get_by_role("link", name=re.compile("Explore child pages"))
    return int(re.search(r"/pages/(\d+)/", link.get_attribute("href"))[1])


def test_a_marketer_builds_a_landing_page_and_a_visitor_reads_it(sign_in, browser, site):
    page = sign_in("marketer")
    editor = Editor(page)
    editor.open(f"/admin/pages/add/home/landingpage/{home_id(page)}/")
    editor.fill_title("A loom for a week")

    hero = editor.add_block("Hero: the opening")
    editor.field(hero, "title").locator("input").fill("Weave it yourself")
    editor.write(editor.field(hero, "text"), ["For five days the loom is yours."])

    grid = editor.add_block("Feature grid")
    features = editor.field(grid, "features").locator("[data-streamfield-child]")
    for number, (name, text) in enumerate(FEATURES.items()):
        if features.count() <= number:
            editor.field(grid, "features").get_by_role("button", name="Add").last.click()
        editor.field(features.nth(number), "title").locator("input").fill(name)
        editor.write(editor.field(features.nth(number), "text"), [text])

    band = editor.add_block("Call-to-action band")
    editor.field(band, "title").locator("input").fill("Bring wool")
    editor.wait_until_saved()
    editor.publish()
    # What is missing is said where it is missing, and nothing is public before.
    expect(editor.field(band, "link")).to_contain_text("Choose where the link leads")
    assert page.request.get("/a-loom-for-a-week/").status == 404
    editor.choose(editor.field(band, "link"), "Choose a page", "Contact")
    editor.publish()
    address = editor.published_address()

    visitor = browser.new_context(base_url=site.url).new_page()
    visitor.goto(address)
    expect(visitor.locator("h1")).to_have_text("Weave it yourself")
    expect(visitor.locator(".feature_grid h3")).to_have_text(list(FEATURES))
    visitor.locator(".call_to_action_band").get_by_role("link", name="Contact").click()
    expect(visitor.locator("h1")).to_have_text("Contact")
    visitor.context.close()
