"""Lighthouse gives every page type 100 for SEO, as a phone; of the search only `is-crawlable` may fail (`make proof`)."""

import json
import os
import shutil
import subprocess

import pytest

from tests.browser.checkers import LIGHTHOUSE
from tests.browser.server import Site, demo_site

PAGES = {
    "home": "/",
    "home in Italian": "/it/",
    "landing page": "/machines/",
    "landing page in Italian": "/it/macchine/",
    "blog": "/blog/",
    "blog, second page": "/blog/?page=2",
    "category": "/blog/category/workshops/",
    "tag": "/blog/tag/sharing/",
    "month": "/blog/2026/5/",
    "post": "/blog/why-we-show-a-cartoon-rabbit/",
    "post in Italian": "/it/blog/la-giornata-a-macchine-ferme/",
    "people": "/people/",
    "profile": "/people/ivo-re/",
    "content page": "/about/",
    "form": "/write-to-us/",
    "form in a page": "/contact/",
    "newsletter": "/newsletter/",
}
# Lists of results are for readers: they are kept out of search engines on purpose.
SEARCHES = {
    "search": "/search/?q=loom",
    "search without words": "/search/",
    "search in Italian": "/it/search/?q=macchine",
}
MOST_SECONDS = 180


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with demo_site(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_a_page_has_100(site, address):
    report = audited(site, address)
    assert failed(report) == set()
    assert report["categories"]["seo"]["score"] == 1


@pytest.mark.parametrize("address", SEARCHES.values(), ids=SEARCHES.keys())
def test_a_search_fails_only_at_being_kept_out_of_search_engines(site, address):
    assert failed(audited(site, address)) == {"is-crawlable"}


def audited(site: Site, address: str) -> dict:
    """Return Lighthouse’s report, as JSON, on one page as a phone shows it."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    result = subprocess.run(
        [
            LIGHTHOUSE,
            f"{site.url}{address}",
            "--only-categories=seo",
            "--form-factor=mobile",
            "--output=json",
            "--quiet",
            "--no-enable-error-reporting",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ],
        env=os.environ | ({"CHROME_PATH": chromium} if chromium else {}),
        capture_output=True,
        text=True,
        check=False,
        timeout=MOST_SECONDS,
    )
    assert result.returncode == 0, result.stderr
    report = json.loads(result.stdout)
    assert "runtimeError" not in report, report["runtimeError"]
    return report


def failed(report: dict) -> set[str]:
    """Return the audits that ended in an error, or with less than the whole score; some have none to give."""
    audits = [report["audits"][each["id"]] for each in report["categories"]["seo"]["auditRefs"]]
    return {
        audit["id"]
        for audit in audits
        if audit["scoreDisplayMode"] == "error" or audit["score"] not in (None, 1)
    }
