"""What the stylesheets weigh on the wire, and who loads which."""

import gzip
from pathlib import Path

import pytest

from delivery.storage import STYLESHEETS, FlattenedStaticFilesStorage
from tests import factories

# Bytes, compressed.
MOST = {
    "css/site.css": 10_000,
    "css/landing.css": 2_000,
    "css/leads.css": 2_000,
    "css/notices.css": 1_500,
}


def joined(name: str) -> str:
    return FlattenedStaticFilesStorage(location="static").joined(name)


@pytest.mark.parametrize("name", STYLESHEETS)
def test_a_stylesheet_is_one_small_file(name):
    text = joined(name)
    assert "@import" not in text
    assert "/*" not in text
    assert len(gzip.compress(text.encode())) <= MOST[name]


def test_every_stylesheet_of_the_tree_is_used_once():
    bundles = {"site", "landing", "leads", "notices"}
    names = {path.stem for path in Path("static/css").glob("*.css")} - bundles
    text = "".join(Path("static", name).read_text() for name in STYLESHEETS)
    # Feeds are shown by a browser without the site around them.
    assert {name for name in names if text.count(f'"{name}.css"') != 1} == {"feed"}


def test_only_landing_pages_load_the_stylesheet_of_their_sections(client, home):
    landing = factories.LandingPageFactory(parent=home)
    content = factories.ContentPageFactory(parent=home)
    assert b"css/landing.css" in client.get(landing.url).content
    assert b"css/landing.css" not in client.get(content.url).content
