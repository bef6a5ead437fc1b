"""Every page type, as axe, the Nu HTML checker and a keyboard see it."""

import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.checkers import VNU, needs_vnu

PAGES = {
    "home": "/",
    "home in Italian": "/it/",
    "blog": "/blog/",
    "blog, last page": "/blog/?page=2",
    "category": "/blog/category/workshops/",
    "month": "/blog/2026/5/",
    "post with every block": "/blog/why-we-show-a-cartoon-rabbit/",
    "post without a cover": "/blog/why-our-calendar-has-no-notifications/",
    "post with a long title": "/blog/forty-one-sewing-machines/",
    "post in Italian": "/it/blog/la-giornata-a-macchine-ferme/",
    "people": "/people/",
    "profile": "/people/ivo-re/",
    "content page": "/about/",
    "content page in Italian": "/it/contatti/",
    "landing page": "/machines/",
    "landing page in Italian": "/it/macchine/",
    "form": "/write-to-us/",
    "form in Italian": "/it/scriveteci/",
    "form in a page": "/contact/",
    "newsletter": "/newsletter/",
    "newsletter in Italian": "/it/newsletter/",
    "search": "/search/?q=loom",
    "search without words": "/search/",
    "search without results": "/search/?q=zebra",
    "search with a slip": "/search/?q=lomm",
    "search narrowed": "/search/?q=the+loom&type=post",
    "search in Italian": "/it/search/?q=macchine",
    "missing page": "/nothing-here/",
}
RENDER_500 = (
    "from django.template.loader import render_to_string; print(render_to_string('500.html'))"
)
EVERY_TEXT_ONE_WORD = """(word) => {
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (texts.currentNode.data.trim()) texts.currentNode.data = word;
}"""
addresses = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())


@pytest.mark.parametrize("theme", ["light", "dark"])
@addresses
def test_axe_finds_no_violation(page, address, theme):
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.goto(address)
    violations = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in violations] == []


@addresses
def test_nothing_is_wider_than_a_small_phone_whatever_the_words(page, address):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate(EVERY_TEXT_ONE_WORD, "precipitevolissimevolmente" * 3)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@needs_vnu
def test_the_nu_checker_finds_no_error(page, site, tmp_path):
    """All pages in one run, for the checker’s start takes longer than its work."""
    fault = site.manage("shell", "-v", "0", "-c", RENDER_500).stdout
    (tmp_path / "500.html").write_text(fault)
    for name, address in PAGES.items():
        (tmp_path / f"{name}.html").write_text(page.request.get(address).text())
    result = subprocess.run(
        ["java", "-jar", VNU, "--errors-only", *sorted(tmp_path.glob("*.html"))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stderr == ""
    assert result.returncode == 0


def test_the_skip_link_moves_focus_past_the_menu(page):
    page.goto("/about/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_way_back_to_the_top_moves_focus(page):
    page.goto("/blog/why-we-show-a-cartoon-rabbit/")
    page.get_by_role("link", name="Back to the top").click()
    expect(page.locator("#top")).to_be_focused()
    assert page.evaluate("scrollY") == 0


def test_a_film_loads_nothing_before_it_is_asked_for(page):
    """The page fixture fails on any request to another host."""
    page.goto("/blog/why-we-show-a-cartoon-rabbit/")
    page.locator(".embed").scroll_into_view_if_needed()
    expect(page.locator(".embed iframe")).to_have_count(0)
    expect(page.locator(".embed")).to_contain_text("YouTube")


def test_everything_can_be_read_and_reached_without_javascript(browser, site):
    context = browser.new_context(
        base_url=site.url, java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    page.goto("/")
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="People").click()
    expect(page.locator("h1")).to_have_text("People")
    page.goto("/search/")
    page.get_by_role("searchbox").fill("loom")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("main").get_by_role("listitem").first).to_be_visible()
    context.close()


def test_the_language_switch_leads_to_the_same_page(page):
    page.goto("/about/")
    page.get_by_role("link", name="Italiano").click()
    page.wait_for_url("**/it/chi-siamo/")
    expect(page.locator("html")).to_have_attribute("lang", "it")


def test_print_leaves_the_essay_and_drops_the_furniture(page):
    page.goto("/blog/why-we-show-a-cartoon-rabbit/")
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".quote").first).to_be_visible()
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.locator(".site-footer-links")).to_be_hidden()


@addresses
def test_a_page_loads_nothing_that_its_policy_refuses(page, address):
    """The page fixture fails on whatever the browser refuses."""
    response = page.goto(address, wait_until="networkidle")
    assert "'unsafe" not in response.headers["content-security-policy"]
