"""The picker of blocks, what lies behind the cog, and all of it without a mouse."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.editor import Editor
from tests.browser.test_compose import blog_id

# A window of 1280 by 800 at a zoom of 200 %.
ZOOMED = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}


def speak(page: Page, language: str) -> None:
    page.goto("/admin/account/")
    # Wagtail asks for one before it saves anything.
    page.locator("#id_name_email-last_name").fill("Demo")
    page.locator("#id_locale-preferred_language").select_option(language)
    page.get_by_role("button", name=re.compile("^(Save|Salva)")).first.click()
    expect(page.locator("html")).to_have_attribute("lang", language)


def offered(page: Page, words: str) -> list[str]:
    page.get_by_role("combobox").last.fill(words)
    return page.get_by_role("option").all_inner_texts()


def test_a_block_is_found_by_its_english_name_and_by_that_of_the_admin(sign_in):
    page = sign_in("editor")
    blog = blog_id(page)
    speak(page, "it")
    try:
        page.goto(f"/admin/pages/add/blog/blogpostpage/{blog}/")
        page.locator("#body-root .c-sf-add-button").first.click()
        assert offered(page, "citaz") == offered(page, "quote") == ["Citazione"]
        page.locator(".w-combobox__option-row").get_by_role("button", name="Anteprima").click()
        shown = page.frame_locator("iframe[title='Anteprima']:not(#w-preview-iframe)")
        expect(shown.locator("figure.quote blockquote")).to_be_visible()
        expect(page.get_by_text("Le parole di qualcuno")).to_be_visible()
    finally:
        speak(page, "en")


def test_what_is_rarely_needed_lies_behind_the_cog(sign_in):
    page = sign_in("marketer")
    editor = Editor(page)
    editor.open_new_post(blog_id(page))
    editor.fill_title("A figure from edge to edge")
    figure = editor.add_block("Figure")
    width = figure.locator("[data-contentpath='size'] select")
    expect(width).to_be_hidden()
    figure.get_by_role("button", name="Choose an image").click()
    page.get_by_role("dialog").locator("[data-chooser-modal-choice]").first.click()
    figure.get_by_role("checkbox").first.check()
    editor.press(figure, "Settings")
    width.select_option("full")
    expect(editor.preview().locator("figure[data-size=full]")).to_be_visible()
    # What is wrong there opens it by itself.
    quote = editor.add_block("Quote")
    address = quote.locator("[data-contentpath='source_url'] input")
    expect(address).to_be_hidden()
    editor.press(quote, "Settings")
    address.fill("no address")
    editor.press(quote, "Settings")
    expect(address).to_be_hidden()
    page.get_by_role("button", name="Save draft").click()
    expect(page.locator("#body-root .w-field__errors").filter(visible=True)).to_contain_text(
        "valid URL"
    )
    expect(quote.locator("[data-contentpath='source_url'] input")).to_be_visible()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, target) -> None:
    """Walk on with the tabulator until something has the focus, and see that its outline shows where."""
    for _step in range(150):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("The tabulator does not lead there.")


def outlined(page: Page) -> bool:
    """Whether what has the focus, or the card around it, is visibly marked."""
    return page.evaluate(
        """() => {
            const marks = (element) => {
                const style = getComputedStyle(element);
                return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
            };
            const focused = document.activeElement;
            return [focused, focused.closest(".pattern"), focused.parentElement].filter(Boolean).some(marks);
        }"""
    )


def test_a_post_is_begun_without_a_mouse_at_twice_the_size(browser: Browser, site):
    context = browser.new_context(base_url=site.url, **ZOOMED)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto("/admin/")
    page.keyboard.type("marketer")
    press(page, "Tab")
    page.keyboard.type(site.password)
    press(page, "Enter")
    page.wait_for_url("**/admin/")
    blank = page.locator(".patterns__names a").first
    tab_to(page, blank)
    assert outlined(page)
    blog = int(re.search(r"/(\d+)/$", blank.get_attribute("href"))[1])
    page.goto(f"/admin/pages/{blog}/add_subpage/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab_to(page, page.get_by_role("link", name="How-to", exact=True))
    assert outlined(page)
    editor = Editor(page)
    editor.expect_form()
    press(page, "Enter")
    expect(page.locator("#id_title")).to_be_focused()
    page.wait_for_function("window.watchesEdits")
    page.keyboard.type("How to thread a loom")
    expect(page.locator("#id_slug")).to_have_value("how-thread-loom")
    # On to the first text, where a slash brings the next block.
    tab_to(page, editor.block("text").locator("[contenteditable=true]"))
    page.keyboard.type("Patience first.")
    press(page, "Enter")
    page.keyboard.type("/quote")
    expect(page.get_by_role("option", name="Quote")).to_be_visible()
    press(page, "Enter")
    expect(page.locator("input[name='body-count']")).to_have_value("8")
    assert editor.kinds()[:2] == ["text", "quote"]
    name = editor.block("quote").locator("[data-contentpath='name'] input")
    tab_to(page, name)
    assert outlined(page)
    page.keyboard.type("Ada")
    # The arrows move a point, and the button below the body opens the picker.
    points = editor.field(editor.block("key_points"), "items").locator("[data-streamfield-child]")
    lead = points.nth(1).locator("[data-contentpath='lead'] input")
    tab_to(page, lead)
    page.keyboard.type("Second")
    arrow = points.nth(1).locator("button[title='Move up']").first
    arrow.focus()
    press(page, "Enter")
    expect(points.first.locator("[data-contentpath='lead'] input")).to_have_value("Second")
    editor.wait_until_saved()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_is_ours(browser: Browser, site, scheme):
    context = browser.new_context(base_url=site.url, color_scheme=scheme)
    page = context.new_page()
    page.goto("/admin/")
    page.locator("#id_username").fill("marketer")
    page.locator("#id_password").fill(site.password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")
    blank = page.locator(".patterns__names a").first.get_attribute("href")
    blog = int(re.search(r"/(\d+)/$", blank)[1])
    page.goto(f"/admin/pages/{blog}/")
    edit = page.locator("a[href$='/edit/']").last.get_attribute("href")
    post = int(re.search(r"/pages/(\d+)/", edit)[1])
    for address, part in (
        ("/admin/", "#patterns-section, #patterns"),
        (f"/admin/pages/{blog}/add_subpage/", "main"),
        (f"/admin/patterns/from/{post}/", "main"),
    ):
        page.goto(address)
        part = page.locator(part).first.evaluate("e => e.id ? '#' + e.id : e.tagName.toLowerCase()")
        found = Axe().run(page, context=part).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], address
    context.close()


def test_a_block_is_copied_into_another_post(sign_in):
    page = sign_in("marketer")
    editor, blog = Editor(page), blog_id(page)
    editor.open_new_post(blog)
    editor.fill_title("Where the picture is")
    figure = editor.add_block("Figure")
    figure.get_by_role("button", name="Choose an image").click()
    page.get_by_role("dialog").locator("[data-chooser-modal-choice]").first.click()
    picture = figure.locator("[data-contentpath='image'] input[type=hidden]").first
    expect(picture).to_have_value(re.compile(r"\d+"))
    editor.write(editor.field(figure, "caption"), ["Seen from above"])
    editor.press(figure, "Copy block")
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    key, chosen = figure.get_attribute("data-contentpath"), picture.input_value()

    editor.open_new_post(blog)
    editor.fill_title("Where it is wanted too")
    page.get_by_role("button", name="Paste block").click()
    pasted = editor.block("figure")
    expect(editor.field(pasted, "caption")).to_contain_text("Seen from above")
    expect(pasted.locator("[data-contentpath='image'] input[type=hidden]").first).to_have_value(
        chosen
    )
    assert pasted.get_attribute("data-contentpath") != key
    expect(editor.view_draft().locator("figure.figure img")).to_be_visible()
