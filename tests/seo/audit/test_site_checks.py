"""What needs all pages: duplicates, redirects."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from seo.models import Finding
from tests import factories


@pytest.mark.parametrize(
    ("code", "change", "place"),
    [
        ("title-duplicate", {"seo_title": "The same"}, "seo_title"),
        ("description-duplicate", {"search_description": "The same " * 10}, "search_description"),
    ],
)
def test_what_stands_twice_in_a_language_is_found_on_each(
    make_page, found, italian_home, code, change, place
):
    some = [make_page(f"Page {number}", **change) for number in range(3)]
    make_page("Another"), make_page("Hidden", noindex=True, **change)
    factories.ContentPageFactory(parent=italian_home, locale=italian_home.locale, **change)
    hits = found(code)
    assert {pk for pk, *_rest in hits} == {page.pk for page in some}
    assert len(hits) == 3
    assert {where for _pk, _detail, where in hits} == {place}
    # Each names another one.
    paths = {page.pk: page.url_path for page in some}
    assert all(detail in paths.values() and detail != paths[pk] for pk, detail, _place in hits)


def make_redirect(old: str, link: str = "", page=None) -> Redirect:
    return Redirect.objects.create(old_path=old, redirect_link=link, redirect_page=page)


def found_redirects(found, code: str) -> list[str]:
    found(code)
    return [finding.redirect.old_path for finding in Finding.objects.filter(code=code)]


def test_redirects_that_end_well_are_not_found(make_page, found):
    page = make_page(slug="there")
    make_redirect("/a", page=page)
    make_redirect("/b", "/there/")
    make_redirect("/c", "https://example.org/")
    for code in ("redirect-chain", "redirect-loop", "redirect-dead"):
        assert found_redirects(found, code) == []


def test_a_redirect_to_a_redirect_is_found(make_page, found):
    make_redirect("/a", page=make_page())
    make_redirect("/b", "/a/")
    assert found_redirects(found, "redirect-chain") == ["/b"]


def test_redirects_in_a_circle_are_found(db, found):
    make_redirect("/a", "/b/")
    make_redirect("/b", "/a/")
    assert found_redirects(found, "redirect-loop") == ["/a", "/b"]
    assert found_redirects(found, "redirect-chain") == []


def test_a_redirect_to_where_nothing_is_public_is_found(make_page, found):
    make_redirect("/a", page=make_page(live=False))
    make_redirect("/b", "/nothing/")
    assert found_redirects(found, "redirect-dead") == ["/a", "/b"]
