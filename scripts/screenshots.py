"""Picture every page type at three widths, light and dark, from a running site into var/screenshots.

`SITE=http://127.0.0.1:8000 make screenshots`, with the demo content loaded; the pictures of README and docs
are made with `--docs` into docs/pictures: those of the admin by the demo's marketer and SEO specialist.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SITE = os.environ.get("SITE", "http://127.0.0.1:8000")
BROWSER = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
ROOT = Path(__file__).resolve().parent.parent
PASSWORD = os.environ.get("DEMO_PASSWORD")
PASSWORD_FILE = ROOT / "var" / "demo-password"
PAGES = {
    "home": "/",
    "home-it": "/it/",
    "blog": "/blog/",
    "category": "/blog/category/workshops/",
    "post": "/blog/why-we-show-a-cartoon-rabbit/",
    "post-long-title": "/blog/forty-one-sewing-machines/",
    "post-no-cover": "/blog/why-our-calendar-has-no-notifications/",
    "post-it": "/it/blog/la-giornata-a-macchine-ferme/",
    "people": "/people/",
    "person": "/people/maria-teresa-dal-ponte/",
    "about": "/about/",
    "contact-it": "/it/contatti/",
    "landing": "/machines/",
    "landing-it": "/it/macchine/",
    "search": "/search/?q=loom",
    "search-empty": "/search/?q=zebra",
    "search-slip": "/search/?q=lomm",
    "search-narrowed": "/search/?q=machine&type=post",
    "search-it": "/it/search/?q=macchine",
    "missing": "/nothing-here/",
}
DOCS = {
    "home": ("home", 1280, "light"),
    "post": ("post", 1280, "light"),
    "dark": ("blog", 1280, "dark"),
    "landing": ("landing", 1280, "light"),
}
WIDTHS = (360, 768, 1440)


def main() -> None:
    if not BROWSER:
        sys.exit("No Chromium found: install Debian’s chromium, or name one in CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER)
        if "--docs" in sys.argv:
            # Committed, so small: what one window shows, as JPEG.
            folder, suffix = ROOT / "docs" / "pictures", ".jpg"
            shots = [(name, *shot) for name, shot in DOCS.items()]
            picture_of_the_picker(browser, folder / "picker.jpg")
            picture_of_the_audit(browser, folder / "audit.jpg")
            picture_of_the_worksheet(browser, folder / "worksheet.jpg")
        else:
            folder, suffix = ROOT / "var" / "screenshots", ".png"
            wanted = [name for name in sys.argv[1:] if name in PAGES] or PAGES
            shots = [
                (f"{page}-{width}-{theme}", page, width, theme)
                for page in wanted
                for width in WIDTHS
                for theme in ("light", "dark")
            ]
        folder.mkdir(parents=True, exist_ok=True)
        for name, page, width, theme in shots:
            path = folder / f"{name}{suffix}"
            picture(browser, path, page, width, theme)
            print(path.relative_to(ROOT))
        browser.close()


def picture(browser, path: Path, page_name: str, width: int, theme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=theme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(SITE + PAGES[page_name], wait_until="networkidle")
    # Lazy pictures load when they come near; a full-page picture wants all of them.
    page.evaluate(
        """async () => {
            const pictures = [...document.images];
            pictures.forEach((picture) => { picture.loading = "eager"; });
            await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
        }"""
    )
    window = {"type": "jpeg", "quality": 72}
    page.screenshot(path=path, **(window if path.suffix == ".jpg" else {"full_page": True}))
    context.close()


def signed_in(browser, name: str):
    """A page of the admin’s window, for one of the demo’s accounts."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, base_url=SITE)
    page = context.new_page()
    page.goto("/admin/")
    page.locator("#id_username").fill(name)
    page.locator("#id_password").fill(PASSWORD or PASSWORD_FILE.read_text())
    page.locator("button[type=submit]").click()
    page.wait_for_url("**/admin/")
    return page


def shot(page, path: Path) -> None:
    """Picture one window of the admin."""
    page.screenshot(path=path, type="jpeg", quality=72)
    print(path.relative_to(ROOT))
    page.context.close()


def picture_of_the_picker(browser, path: Path) -> None:
    """Show what an editor sees who is about to insert a section into a new landing page."""
    page = signed_in(browser, "marketer")
    page.goto("/admin/pages/")
    page.get_by_role("link", name="Explore child pages of 'Telaio'").first.click()
    home = page.url.rstrip("/").rpartition("/")[2]
    page.goto(f"/admin/pages/add/home/landingpage/{home}/")
    page.get_by_role("button", name="Insert a block").first.click()
    option = page.get_by_role("option", name="Feature grid")
    option.locator("xpath=following::button[1]").click()
    page.frame_locator(".w-combobox-preview__iframe").locator(".feature_grid").wait_for()
    shot(page, path)


def picture_of_the_audit(browser, path: Path) -> None:
    """Show what an SEO specialist reads after a night; `manage.py seo_audit` has run before."""
    page = signed_in(browser, "seo")
    page.goto("/admin/reports/seo-audit/")
    shot(page, path)


def picture_of_the_worksheet(browser, path: Path) -> None:
    """Show the list of posts, one of which is being given a title that is too long."""
    page = signed_in(browser, "seo")
    page.goto("/admin/seo/worksheet/pages/?q=loom&locale=en")
    title = page.locator("[name=seo_title]").first
    title.fill("A loom of two metres forty that lives in three places, three times a year")
    page.locator("[data-long]:not([hidden])").first.wait_for()
    shot(page, path)


if __name__ == "__main__":
    main()
