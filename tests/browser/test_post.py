"""What a post does in a reader's hands: its list of contents, its headings, its ways to pass it on."""

import pytest
from playwright.sync_api import expect

POST = "/blog/why-we-show-a-cartoon-rabbit/"
PHONE = {"width": 390, "height": 800}
HEADING = "what-is-in-the-box"


@pytest.fixture
def contents(page):
    return page.get_by_role("navigation", name="Contents")


def test_the_list_of_contents_marks_where_the_reader_is(page, contents):
    page.goto(POST)
    expect(contents.locator("[aria-current]")).to_have_count(0)
    # A jump passes headings that are never seen on the way.
    page.evaluate("document.querySelector('#what-we-ask-of-whoever-teaches').scrollIntoView()")
    current = contents.locator("[aria-current]:visible")
    expect(current).to_have_text("What we ask of whoever teaches")
    page.evaluate(f"document.querySelector('#{HEADING}').scrollIntoView()")
    expect(current).to_have_text("What is in the box")


def test_the_list_stays_in_the_margin_and_below_what_steps_out_of_the_column(page, contents):
    page.goto(POST)
    page.evaluate("document.querySelector('.key_sentence').scrollIntoView()")
    label = contents.get_by_text("Contents", exact=True).last
    box = label.bounding_box()
    assert 0 < box["y"] < 200
    on_top = page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).closest('.key_sentence, .contents')?.className",
        [box["x"] + 4, box["y"] + 4],
    )
    assert on_top == "key_sentence"


@pytest.mark.parametrize("number", [1, 2, 8])
def test_however_many_sign_and_whatever_their_names_they_keep_clear_of_the_lead(page, number):
    page.goto(POST)
    page.evaluate(
        """(number) => {
            const byline = document.querySelector(".byline");
            const author = byline.querySelector("li");
            author.querySelector(".byline-name").textContent = "Wolfeschlegelsteinhausen".repeat(3);
            byline.replaceChildren(...Array.from({ length: number }, () => author.cloneNode(true)));
        }""",
        number,
    )
    lead = page.locator(".post-lead").bounding_box()
    for name in page.locator(".byline-name").all():
        box = name.bounding_box()
        assert box["x"] + box["width"] <= lead["x"] or box["y"] >= lead["y"] + lead["height"]


def test_on_a_phone_it_is_folded_above_the_text(page, contents):
    page.set_viewport_size(PHONE)
    page.goto(POST)
    expect(contents.get_by_role("link")).to_have_count(0)
    contents.locator("summary").click()
    contents.get_by_role("link", name="What is in the box").click()
    page.wait_for_url(f"**#{HEADING}")
    expect(page.locator(f"#{HEADING}")).to_be_in_viewport()


def test_a_heading_is_a_link_to_itself(page):
    page.goto(POST)
    page.locator(f"#{HEADING}").get_by_role("link", name="What is in the box").click()
    page.wait_for_url(f"**{POST}#{HEADING}")


def test_a_long_title_of_a_film_stays_on_its_plate(page):
    page.set_viewport_size(PHONE)
    page.goto(POST)
    label = page.locator(".embed-label")
    label.evaluate("label => label.append(' and how it was made'.repeat(9))")
    plate, words = page.locator(".embed-play").bounding_box(), label.bounding_box()
    assert plate["y"] <= words["y"]
    assert words["y"] + words["height"] <= plate["y"] + plate["height"]


def test_the_address_is_copied_and_the_reader_is_told(page, site):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(POST)
    page.get_by_role("button", name="Copy the address").click()
    expect(page.locator(".share").get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site.url}{POST}"


def test_the_share_sheet_is_offered_where_there_is_one(page, site):
    page.add_init_script("navigator.share = async (data) => { window.shared = data; }")
    page.goto(POST)
    page.get_by_role("button", name="Share…").click()
    assert page.evaluate("shared") == {
        "title": "Why we show a cartoon rabbit at the end of every training day",
        "url": f"{site.url}{POST}",
    }


def test_without_a_share_sheet_nobody_is_offered_one(page):
    page.add_init_script("delete Navigator.prototype.share")
    page.goto(POST)
    expect(page.get_by_role("button", name="Copy the address")).to_be_visible()
    expect(page.get_by_role("button", name="Share…")).to_be_hidden()


def test_without_javascript_the_links_are_there_and_the_buttons_are_not(browser, site):
    context = browser.new_context(base_url=site.url, java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(POST)
    share = page.locator(".share")
    expect(share.get_by_role("link", name="E-mail")).to_be_visible()
    expect(share.get_by_role("button")).to_have_count(0)
    page.locator(".contents summary").click()
    page.get_by_role("navigation", name="Contents").get_by_role("link").first.click()
    page.wait_for_url("**#the-film")
    context.close()


def test_on_paper_only_the_essay_is_left_and_where_it_was_found(page, site):
    page.goto(POST)
    page.emulate_media(media="print")
    for shown in (".meta time", ".byline-name", ".post-time", "h1", ".text"):
        expect(page.locator(f".post {shown}").first).to_be_visible()
    for part in (".contents", ".series", ".tags", ".share", ".neighbours", ".related"):
        expect(page.locator(part).first).to_be_hidden()
    printed = page.evaluate(
        "getComputedStyle(document.querySelector('.post-header'), '::after').content"
    )
    assert printed == f'"{site.url}{POST}"'
