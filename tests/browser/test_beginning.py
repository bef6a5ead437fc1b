"""A marketer begins posts: from a pattern, by pasting, by keyboard alone; and nothing gets lost on the way."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editor import Editor
from tests.browser.test_compose import blog_id
from tests.core.slug_cases import CASES

CLIPBOARD = Path(__file__).parent / "clipboard"
INTERVIEW = ["text", "key_sentence", "text", "quote", "text", "author_card"]
AUTHOR = "Elena Ghizzoni"


def authors(page: Page):
    return page.locator("[id^='inline_child_authorships-']").filter(visible=True)


def leave_and_return(editor: Editor) -> None:
    editor.wait_until_saved()
    editor.expect_form()
    editor.page.reload()
    editor.settle()


def test_an_interview_begins_with_its_pattern_and_nothing_gets_lost(sign_in):
    page = sign_in("marketer")
    editor, blog = Editor(page), blog_id(page)
    page.goto(f"/admin/pages/{blog}/")
    editor.expect_form()
    page.get_by_role("link", name=re.compile("Add child page|Add a child page")).first.click()
    page.get_by_role("link", name="Interview", exact=True).click()
    # The cursor waits in the title, the blocks below it, and whoever begins is the author.
    title, slug = page.locator("#id_title"), page.locator("#id_slug")
    expect(title).to_be_focused()
    editor.settle()
    assert editor.kinds() == INTERVIEW
    expect(authors(page)).to_contain_text([AUTHOR])
    title.press_sequentially("The impact of AI on the university")
    editor.wait_until_saved()
    expect(slug).to_have_value("impact-ai-university")
    page.wait_for_url(re.compile(r"/edit/"))
    leave_and_return(editor)
    expect(title).to_have_value("The impact of AI on the university")
    assert editor.kinds() == INTERVIEW
    expect(authors(page)).to_contain_text([AUTHOR])
    # The address goes on following the title until somebody publishes.
    title.fill("The impact of AI on a village")
    title.blur()
    expect(slug).to_have_value("impact-ai-village")

    # A slash in the text calls the other blocks.
    text = editor.block("text").locator("[contenteditable=true]")
    text.click()
    page.keyboard.type("We met at noon.")
    page.keyboard.press("Enter")
    page.keyboard.type("/key points")
    page.get_by_role("option", name="Key points").click()
    expect(page.locator("input[name='body-count']")).to_have_value("7")
    assert editor.kinds()[:3] == ["text", "key_points", "key_sentence"]
    points = editor.block("key_points")
    assert page.evaluate("document.activeElement.closest('[data-streamfield-child]') !== null")

    # Four points, the last of which becomes the first by its arrow alone.
    items = editor.field(points, "items").locator("[data-streamfield-child]")
    for number, words in enumerate(("One", "Two", "Three", "Four")):
        if items.count() <= number:
            editor.field(points, "items").get_by_role("button", name="Add").last.click()
        expect(items).to_have_count(max(items.count(), number + 1))
        editor.write(editor.field(items.nth(number), "body"), [words])
    for place in (3, 2, 1):
        arrow = items.nth(place).locator("button[title='Move up']").first
        arrow.focus()
        page.keyboard.press("Enter")
        expect(items.nth(place - 1)).to_contain_text("Four")

    # Somebody who is not there yet is added on the way.
    quote = editor.block("quote")
    editor.field(quote, "person").get_by_role("button", name="Choose person").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("tab", name="New person").click()
    dialog.get_by_label("Name").fill("Olga Nuova")
    dialog.get_by_label("Role").fill("Dyer")
    dialog.get_by_role("button", name="Add and choose").click()
    expect(editor.field(quote, "person")).to_contain_text("Olga Nuova")

    editor.press(editor.block("key_sentence"), "Duplicate")
    expect(page.locator("input[name='body-count']")).to_have_value("8")
    assert editor.kinds().count("key_sentence") == 2
    editor.press(editor.block("key_sentence", 1), "Delete")
    editor.save()
    assert editor.kinds() == ["text", "key_points", *INTERVIEW[1:]]
    expect(editor.field(editor.block("quote"), "person")).to_contain_text("Olga Nuova")
    draft = editor.view_draft()
    expect(draft.locator(".key_points li")).to_have_text(["Four", "One", "Two", "Three"])
    page.goto("/admin/snippets/people/person/?q=Olga")
    expect(page.get_by_role("link", name="Olga Nuova")).to_be_visible()
    page.goto(f"/admin/pages/{blog}/?q=village")
    expect(
        page.get_by_role("link", name="The impact of AI on a village", exact=True)
    ).to_have_count(1)


def test_what_is_pasted_arrives_clean_from_wherever_it_comes(sign_in):
    page = sign_in("marketer")
    editor = Editor(page)
    editor.open_new_post(blog_id(page))
    editor.fill_title("Pasted from three places")
    sources = ("google_docs", "word", "web_page")
    for source in sources:
        box = editor.add_block("Text").locator("[contenteditable=true]").first
        editor.paste(box, (CLIPBOARD / f"{source}.html").read_text())
        expect(box.locator("ol li")).to_have_count(2)
        expect(box.locator("img")).to_have_count(0)
        expect(editor.input_of(box)).to_have_value(re.compile("More flour"))
    shown = editor.view_draft().locator(".text")
    expect(shown).to_have_count(len(sources))
    # What follows is what readers get: the stored text, by the page’s own template.
    for number, source in enumerate(sources):
        html = re.sub(
            r' (id|class|data-block-key)="[^"]*"', "", shown.nth(number).inner_html()
        ).strip()
        # The page’s own links from its headings to themselves, and a space on either side of a tag.
        html = re.sub(
            r'<a href="#[^"]*">(.*?)</a>',
            r"\1",
            re.sub(r"\s*(</?(?:p|h2|h3|ul|ol|li)>)\s*", r"\1", html),
        )
        html = html.replace("</a><i> ", "</a> <i>")
        # The large heading of a document is the post’s title: here it becomes a paragraph.
        opening = r"<p>(<b>)?A fair without tickets(</b>)?</p>"
        assert re.match(opening, html), f"{source}: {html}"
        assert re.sub(opening, "", html, count=1) == (
            "<p>We opened at nine. <b>Nobody came</b> until ten, as "
            '<a href="https://example.org/fair">the programme</a> <i>had said</i>. It rained.</p>'
            "<h2>What we sold</h2><ul><li>Bread</li><li><b>Cloth</b></li></ul>"
            "<h3>Next year</h3><ol><li>A tent</li><li>More flour</li></ol>"
        ), source


@pytest.mark.parametrize("language", ["en", "it"])
def test_an_address_is_the_same_in_the_browser_as_in_python(sign_in, site, language):
    page = sign_in("marketer")
    page.goto("/admin/")
    group = page.locator(f".patterns__names:has(li[lang={language}])")
    group.get_by_role("link", name="Blank").click()
    title, slug = page.locator("#id_title"), page.locator("#id_slug")
    for code, words, address in CASES:
        if code == language:
            title.fill(words)
            title.blur()
            expect(slug).to_have_value(address)
    # What somebody types as an address stays.
    page.get_by_role("tab", name="Promote").click()
    slug.fill("the-end-of-the-world")
    slug.blur()
    expect(slug).to_have_value("the-end-of-the-world")
