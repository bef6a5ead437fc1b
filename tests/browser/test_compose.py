"""A marketer composes a post in the stock editor, as a person would, and a visitor reads and finds it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editor import Editor
from tests.browser.sample import plain, sample

pytestmark = pytest.mark.writes


def create_person(page: Page, name: str, role: str, bio: list[str]) -> None:
    page.get_by_role("link", name="People", exact=True).click()
    page.get_by_role("link", name="Add person").first.click()
    page.locator("#id_name").fill(name)
    page.locator("#id_role").fill(role)
    Editor(page).write(page.locator("[data-contentpath='short_bio']"), bio)
    page.get_by_role("button", name="More actions").click()
    page.locator("button[name=action-publish]").click()
    expect(page.locator(".messages .success")).to_contain_text(name)


def blog_id(page: Page) -> int:
    """Walk down the page explorer to the English blog."""
    page.goto("/admin/pages/")
    home = page.get_by_role("row").filter(has_text="English")
    home.get_by_role("link", name=re.compile("Explore child pages")).click()
    link = page.get_by_role("link", name=re.compile("Explore child pages of 'Blog'"))
    return int(re.search(r"/pages/(\d+)/", link.get_attribute("href"))[1])


def compose(editor: Editor, post) -> None:
    editor.fill_title(post.title)
    editor.write(editor.page.locator("[data-contentpath='lead']"), post.lead)
    for kind, lines in post.blocks:
        if kind == "text":
            editor.write(editor.add_block("Text"), lines)
        elif kind == "key_sentence":
            editor.write(editor.add_block("Key sentence"), lines)
        elif kind == "quote":
            block = editor.add_block("Quote")
            editor.write(editor.field(block, "quote"), lines)
            editor.field(block, "name").locator("input").fill(post.speaker)
        elif kind == "key_points":
            block = editor.add_block("Key points")
            points = editor.field(block, "items").locator("[data-streamfield-child]")
            for number, line in enumerate(lines):
                if points.count() <= number:
                    editor.field(block, "items").get_by_role("button", name="Add").last.click()
                expect(points).to_have_count(max(points.count(), number + 1))
                editor.write(editor.field(points.nth(number), "body"), [line])
    card = editor.add_block("Author card")
    editor.choose(editor.field(card, "person"), "Choose person", post.author)


def test_a_marketer_composes_a_post_and_a_visitor_reads_and_finds_it(sign_in, browser, site):
    post = sample()
    page = sign_in("marketer")
    create_person(page, post.author, post.author_role, post.author_bio)
    editor = Editor(page)
    editor.open_new_post(blog_id(page))
    compose(editor, post)

    expect(editor.preview().locator("h1")).to_have_text(plain_pattern(post.title))
    expect(editor.preview().locator("main")).to_contain_text(post.author)
    editor.wait_until_saved()
    editor.publish()
    address = editor.published_address()

    visitor = browser.new_context(base_url=site.url).new_page()
    visitor.goto(address)
    article = visitor.locator("main")
    expect(visitor.locator("h1")).to_have_count(1)
    expect(visitor.locator("h1")).to_have_text(plain_pattern(post.title))

    quote = article.locator("figure.quote")
    expect(quote.locator("blockquote p")).to_have_count(count(post, "quote"))
    expect(quote.locator("figcaption")).to_contain_text(post.speaker)
    points = article.locator(".key_points")
    expect(points.locator("li")).to_have_count(4)
    assert count(post, "key_points") == 4
    expect(article.locator(".key_sentence")).to_have_count(
        sum(kind == "key_sentence" for kind, _lines in post.blocks)
    )
    for level in ("h2", "h3"):
        marks = "#" * int(level[1]) + " "
        titles = [
            line[len(marks) :]
            for _k, lines in post.blocks
            for line in lines
            if line.startswith(marks)
        ]
        assert titles
        found = [plain(text) for text in article.locator(f".text {level}").all_inner_texts()]
        assert found == [plain(title) for title in titles]
    card = article.locator(".author_card")
    expect(card).to_contain_text(post.author)
    expect(card).to_contain_text(post.author_role)

    text = plain(article.inner_text())
    position = 0
    for sentence in post.sentences():
        position = text.find(plain(sentence), position)
        assert position >= 0, f"missing or out of order: {sentence}"

    visitor.goto("/")
    box = visitor.get_by_role("combobox", name="Search")
    box.fill(f"{post.title} {post.speaker}")
    box.press("Enter")
    visitor.get_by_role("main").get_by_role("link", name=post.title, exact=True).click()
    expect(visitor.locator("h1")).to_have_text(plain_pattern(post.title))
    visitor.context.close()


def count(post, kind: str) -> int:
    return sum(len(lines) for block, lines in post.blocks if block == kind)


def plain_pattern(text: str) -> re.Pattern:
    return re.compile(r"\s+".join(re.escape(word) for word in text.split()))
