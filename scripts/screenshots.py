"""Picture every page type at three widths, light and dark, from a running site into var/screenshots.

`SITE=http://127.0.0.1:8000 make screenshots`, with the demo content loaded; the README's three pictures
are made with `--readme` into docs/pictures.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SITE = os.environ.get("SITE", "http://127.0.0.1:8000")
BROWSER = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
ROOT = Path(__file__).resolve().parent.parent
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
    "search": "/search/?q=loom",
    "search-empty": "/search/?q=zebra",
    "missing": "/nothing-here/",
}
README = {
    "home": ("home", 1440, "light"),
    "post": ("post", 1440, "light"),
    "dark": ("blog", 1440, "dark"),
}
WIDTHS = (360, 768, 1440)


def main() -> None:
    if not BROWSER:
        sys.exit("No Chromium found: install Debian’s chromium, or name one in CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER)
        if "--readme" in sys.argv:
            folder = ROOT / "docs" / "pictures"
            shots = [(name, *shot) for name, shot in README.items()]
        else:
            folder = ROOT / "var" / "screenshots"
            wanted = [name for name in sys.argv[1:] if name in PAGES] or PAGES
            shots = [
                (f"{page}-{width}-{theme}", page, width, theme)
                for page in wanted
                for width in WIDTHS
                for theme in ("light", "dark")
            ]
        folder.mkdir(parents=True, exist_ok=True)
        for name, page, width, theme in shots:
            picture(
                browser,
                folder / f"{name}.png",
                page,
                width,
                theme,
                whole="--readme" not in sys.argv,
            )
            print(folder.relative_to(ROOT) / f"{name}.png")
        browser.close()


def picture(browser, path: Path, page_name: str, width: int, theme: str, whole: bool) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=theme, reduced_motion="reduce"
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
    page.screenshot(path=path, full_page=whole)
    context.close()


if __name__ == "__main__":
    main()
