"""What machines fetch from a running site, read by programs of others."""

import json
import re
import subprocess
from urllib.parse import urlsplit

from protego import Protego

from tests.browser.checkers import STRUCTURED_DATA, needs_validator
from tests.browser.test_quality import PAGES


def problems_in(*files) -> list:
    result = subprocess.run(
        ["node", STRUCTURED_DATA, *files], capture_output=True, text=True, check=True
    )
    # Its warnings name what may be added, such as a shop's licence page for each picture.
    return [found for found in json.loads(result.stdout) if found[1] == "ERROR"]


@needs_validator
def test_search_engines_find_nothing_wrong_in_the_structured_data(page, tmp_path):
    for name, address in PAGES.items():
        (tmp_path / f"{name}.html").write_text(page.request.get(address).text())
    assert problems_in(*sorted(tmp_path.glob("*.html"))) == []


@needs_validator
def test_the_validator_finds_what_is_wrong(tmp_path):
    graph = {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [{"@type": "ListItem"}],
    }
    (tmp_path / "bad.html").write_text(
        f'<html><head><script type="application/ld+json">{json.dumps(graph)}</script></head></html>'
    )
    assert problems_in(tmp_path / "bad.html")


def test_the_sitemap_leads_only_to_pages_that_robots_may_open_and_list(page, site):
    rules = Protego.parse(page.request.get("/robots.txt").text())
    (index,) = rules.sitemaps
    parts = re.findall("<loc>(.*?)</loc>", page.request.get(index).text())
    addresses = [
        address
        for part in parts
        for address in re.findall("<loc>(.*?)</loc>", page.request.get(part).text())
    ]
    assert len(addresses) == len(set(addresses)) > 60
    for address in addresses:
        assert rules.can_fetch(address, "Googlebot"), address
        assert address.startswith(site.url)
    # One of each kind of address is opened, for the crawl opens all of them.
    for address in {urlsplit(address).path.count("/"): address for address in addresses}.values():
        response = page.request.get(address, max_redirects=0)
        assert response.status == 200
        text = response.text()
        assert f'<link rel="canonical" href="{address}">' in text
        assert '<meta name="robots" content="max-image-preview:large">' in text
