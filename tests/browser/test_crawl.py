"""A crawl of the whole example site by an independent crawler: no broken link, fragment, picture or feed."""

import json
import subprocess

from tests.browser.checkers import LINKINATOR, needs_linkinator
from tests.browser.test_quality import PAGES

# Sites elsewhere are not asked: they do not belong to this one, and the machine may be offline.
ELSEWHERE = r"^(?!http://127\.0\.0\.1)"


@needs_linkinator
def test_every_link_of_the_site_leads_somewhere(site):
    result = subprocess.run(
        [
            LINKINATOR,
            f"{site.url}/",
            f"{site.url}/sitemap.xml",
            "--recurse",
            "--check-fragments",
            "--check-css",
            "--concurrency=2",
            "--timeout=60000",
            # A worker that closes an idle connection while the crawler writes to it is no broken link.
            "--retry-errors",
            "--retry-errors-count=3",
            f"--skip={ELSEWHERE}",
            "--format=json",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    links = json.loads(result.stdout)["links"]
    broken = {
        (link["url"], link.get("status"), link.get("parent"))
        for link in links
        if link["state"] == "BROKEN"
    }
    assert broken == set()
    seen = {link["url"].removeprefix(site.url).split("#")[0] for link in links}
    # The crawl is worth something only if it came around.
    # The search is reached by its form, and the enquiry stands as a block in the contact page.
    apart = {"/nothing-here/", "/search/", "/write-to-us/", "/it/scriveteci/"}
    linked = {address for address in PAGES.values() if "?" not in address} - apart
    assert linked <= seen
    assert len(seen) > 100
