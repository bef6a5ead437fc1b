"""Colleagues in Wagtail’s editor: their comments, their presence, and what they saved meanwhile."""

from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import TIMEOUT_MS
from tests.browser.server import Site

SAVED = "Saved"
# Wagtail asks every ten seconds who else is there.
NEXT_PING_MS = 15_000


@contextmanager
def colleague(browser: Browser, site: Site, name: str):
    """Another person at another computer, signed in; without a name a guest."""
    context = browser.new_context(base_url=site.url, viewport={"width": 1440, "height": 1000})
    context.set_default_timeout(TIMEOUT_MS)
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    if name:
        page.goto("/admin/")
        page.locator("#id_username").fill(name)
        page.locator("#id_password").fill(site.password)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/admin/")
    yield page
    context.close()


def open_page(page: Page, key: int) -> None:
    page.add_init_script(
        "addEventListener('w-unsaved:watch-edits', () => { window.watchesEdits = true; })"
    )
    page.goto(f"/admin/pages/{key}/edit/")
    page.wait_for_function("window.watchesEdits")


def open_comments(page: Page) -> Locator:
    page.locator("[data-side-panel-toggle=comments]").click()
    return page.locator("#comments .comment")


def number_of_comments(page: Page) -> Locator:
    return page.locator("[data-side-panel-toggle=comments] [data-side-panel-toggle-counter]")


def comment_on(page: Page, field: Locator, words: str) -> None:
    field.locator("[data-comment-add]").first.click()
    page.locator("#comments .comment__input").fill(words)
    page.get_by_role("button", name="Comment", exact=True).click()


def reply(page: Page, comment: Locator, words: str) -> None:
    comment.click()
    comment.locator(".comment__reply-input").fill(words)
    comment.get_by_role("button", name="Reply", exact=True).click()
    expect(comment.locator(".comment__replies")).to_contain_text(words)


def mark_of_comment(field: Locator) -> Locator:
    """What stands at a field or block whose comment is open."""
    return field.get_by_role("button", name="Unfocus comment")


def resolve(comment: Locator) -> None:
    comment.click()
    comment.get_by_role("button", name="More actions").click()
    comment.get_by_role("menuitem", name="Resolve").click()


def save(page: Page) -> None:
    """Press the button, and wait for the answer."""
    with page.expect_navigation():
        page.get_by_role("button", name="Save draft").click()
    page.locator(".messages .success").wait_for()


def others_here(page: Page) -> Locator:
    return page.locator("#w-editing-sessions .w-editing-sessions__session")


def autosave(page: Page) -> Locator:
    return page.locator("#w-autosave-indicator")
