"""One server and one browser for all browser tests; a fresh context for each."""

import os
import shutil
from http import HTTPStatus

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.server import Site, demo_site

TIMEOUT_MS = 20_000
expect.set_options(timeout=TIMEOUT_MS)


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(autouse=True)
def fresh_caches():
    """Browser tests talk to another process; nothing of this one is to be reset."""


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    with demo_site(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="session")
def browser():
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, site: Site):
    """A page of a visitor who has never been here; a script error, a foreign request, what its policy refuses or a
    failing server fails the test.
    """
    context = browser.new_context(base_url=site.url, viewport={"width": 1440, "height": 1000})
    context.set_default_timeout(TIMEOUT_MS)
    page = context.new_page()
    page.on(
        "dialog",
        lambda dialog: dialog.accept() if dialog.type == "beforeunload" else dialog.dismiss(),
    )
    problems: list[str] = []
    page.on(
        "pageerror",
        lambda error: (
            None
            # Wagtail's own: its preview panel starts a check before the last one has ended.
            if "Axe is already running" in str(error)
            else problems.append(f"script error: {error}")
        ),
    )
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((site.url, "data:", "blob:"))
            else problems.append(f"foreign request: {request.url}")
        ),
    )
    page.on(
        "console",
        lambda message: (
            problems.append(f"refused: {message.text}")
            if "Content Security Policy" in message.text
            else None
        ),
    )
    context.on(
        "response",
        lambda response: (
            problems.append(f"{response.status}: {response.request.method} {response.url}")
            if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR
            else None
        ),
    )
    yield page
    context.close()
    assert problems == []


@pytest.fixture
def sign_in(page: Page, site: Site):
    def sign_in(name: str) -> Page:
        page.goto("/admin/")
        page.locator("#id_username").fill(name)
        page.locator("#id_password").fill(site.password)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/admin/")
        return page

    return sign_in
