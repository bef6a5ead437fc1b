"""What search engines and social networks ask of every page, held for each page of the example site."""

import io
import re
from collections import defaultdict
from datetime import datetime

import pytest
from django.test import Client, override_settings
from PIL import Image

from seo.audit.running import audit
from seo.models import Finding, Severity
from tests.seo.crawl import ROOT, Page, crawl, nested
from tests.seo.linked_data import faults, unknown_terms

# Only the fixture needs the database, but pytest-django looks at tests to know that one is needed.
pytestmark = [pytest.mark.slow, pytest.mark.one_database, pytest.mark.django_db]
LANGUAGE_TAG = re.compile(r"^(x-default|[a-z]{2,3}(-[A-Z]{2})?)$")
VAGUE = {"blog", "home", "index", "page", "people", "post"}


@pytest.fixture(scope="module")
def demo(loaded_example, django_db_blocker):
    """The pages of the demo by address, and the bytes of some pictures that they are shared with."""
    with override_settings(MEDIA_ROOT=loaded_example), django_db_blocker.unblock():
        client = Client(headers={"host": "localhost"})
        found = crawl(client)
        addresses = {address for page in found.values() for address in page.meta("og:image")}
        # To draw a card takes a fifth of a second, so only some are looked at.
        addresses = sorted(addresses)[::12]
        files = {
            address: client.get(address.removeprefix(ROOT)).getvalue() for address in addresses
        }
    return found, files


@pytest.fixture(scope="module")
def pages(demo) -> list[Page]:
    return list(demo[0].values())


@pytest.fixture(scope="module")
def listed(pages) -> list[Page]:
    return [page for page in pages if page.is_listed]


def wrong(pages: list[Page], holds) -> list[str]:
    return [page.address for page in pages if not holds(page)]


def repeated(pages: list[Page], value) -> dict:
    groups = defaultdict(list)
    for page in pages:
        groups[page.language, value(page)].append(page.address)
    return {key: addresses for key, addresses in groups.items() if len(addresses) > 1}


def test_the_crawl_came_around(pages, listed):
    addresses = {page.address for page in pages}
    assert {"/", "/it/", "/blog/", "/it/blog/", "/people/", "/people/ivo-re/"} <= addresses
    assert {"/blog/?page=2", "/search/?q=loom", "/nothing/", "/blog/sharpening/"} <= addresses
    assert any(page.address.startswith("/blog/tag/") for page in listed)
    assert len(listed) > 60


def test_the_example_site_comes_out_of_its_own_audit_without_errors(loaded_example):
    assert audit().pages >= 40
    errors = Finding.objects.filter(severity=Severity.ERROR)
    assert list(errors.values_list("code", "page__url_path", "detail", "place")) == []


def test_every_page_has_one_title_of_its_own(pages, listed):
    assert wrong(pages, lambda page: len(page.all("//head/title")) == 1 and page.title) == []
    assert wrong(listed, lambda page: page.title.lower() not in VAGUE) == []
    assert repeated(listed, lambda page: page.title) == {}


def test_every_page_has_one_description_of_its_own(listed):
    assert wrong(listed, lambda page: len(page.meta("description")) == 1) == []
    assert wrong(listed, lambda page: page.meta("description")[0].strip()) == []
    assert repeated(listed, lambda page: page.meta("description")[0]) == {}


def test_the_canonical_address_is_the_page_itself_in_its_own_language(listed):
    assert wrong(listed, lambda page: page.canonical == [ROOT + page.address]) == []
    assert wrong(listed, lambda page: page.meta("og:url") == page.canonical) == []
    italian = [page for page in listed if page.canonical[0].startswith(f"{ROOT}/it/")]
    assert {page.language for page in italian} == {"it"}
    assert {page.language for page in listed if page not in italian} == {"en"}


def test_what_is_not_for_search_engines_says_so_and_has_no_canonical_address(pages, listed):
    assert wrong(listed, lambda page: page.meta("robots") == ["max-image-preview:large"]) == []
    hidden = [page for page in pages if page not in listed]
    assert {page.address.split("?")[0] for page in hidden if page.status == 200} == {
        "/search/",
        "/it/search/",
    }
    assert wrong(hidden, lambda page: page.meta("robots") == ["noindex"]) == []
    assert wrong(hidden, lambda page: page.canonical == [] and not page.alternates) == []


def test_the_header_never_contradicts_the_page(pages):
    assert wrong(pages, lambda page: not (page.is_listed and "noindex" in page.robots_header)) == []


def test_alternates_are_the_same_on_each_of_them(listed):
    by_address = {ROOT + page.address: page for page in listed}
    for page in listed:
        if not page.alternates:
            continue
        assert all(map(LANGUAGE_TAG.match, page.alternates)), page.address
        assert "x-default" in page.alternates, page.address
        assert page.alternates[page.language] == page.canonical[0], page.address
        for code, address in page.alternates.items():
            other = by_address[address]
            assert other.alternates == page.alternates, (page.address, address)
            assert code in (other.language, "x-default")
    assert sum(bool(page.alternates) for page in listed) > 10


def test_open_graph_is_whole(listed):
    for name in ("title", "type", "image", "url", "description", "site_name", "locale"):
        assert wrong(listed, lambda page, name=name: len(page.meta(f"og:{name}")) == 1) == [], name
        assert wrong(listed, lambda page, name=name: page.meta(f"og:{name}")[0]) == [], name
    for name in ("width", "height", "type"):
        assert wrong(listed, lambda page, name=name: page.meta(f"og:image:{name}")) == [], name
    locales = {(page.language, page.meta("og:locale")[0]) for page in listed}
    assert all(re.match(r"^[a-z]{2}_[A-Z]{2}$", locale) for _language, locale in locales)
    assert all(locale.startswith(language) for language, locale in locales)


def test_an_article_says_when_and_by_whom(listed):
    articles = [page for page in listed if page.meta("og:type") == ["article"]]
    assert len(articles) >= 15
    for page in articles:
        (published,) = map(datetime.fromisoformat, page.meta("article:published_time"))
        assert published.tzinfo
        for modified in page.meta("article:modified_time"):
            assert datetime.fromisoformat(modified) >= published
        assert page.meta("article:author")
        assert all(author.startswith(f"{ROOT}/") for author in page.meta("article:author"))


def test_the_shared_picture_is_there_and_is_what_it_says(demo, listed):
    files = demo[1]
    assert wrong(listed, lambda page: page.meta("og:image")[0].startswith(f"{ROOT}/")) == []
    looked_at = [page for page in listed if page.meta("og:image")[0] in files]
    assert len(looked_at) >= 5
    for page in looked_at:
        (address,) = page.meta("og:image")
        assert len(files[address]) < 5_000_000
        with Image.open(io.BytesIO(files[address])) as picture:
            size = (int(page.meta("og:image:width")[0]), int(page.meta("og:image:height")[0]))
            assert picture.size == size
            assert f"image/{picture.format.lower()}" == page.meta("og:image:type")[0]
            assert picture.width / picture.height == pytest.approx(1200 / 630, rel=0.01)


def test_twitter_cards_are_large_and_within_bounds(listed):
    assert wrong(listed, lambda page: page.meta("twitter:card") == ["summary_large_image"]) == []
    assert wrong(listed, lambda page: len(page.meta("og:description")[0]) <= 250) == []


def test_every_reference_inside_a_graph_resolves(listed):
    for page in listed:
        objects = [part for node in page.graph for part in nested(node)]
        known = {part["@id"] for part in objects if "@type" in part and "@id" in part}
        references = {part["@id"] for part in objects if set(part) == {"@id"}}
        assert references <= known, (page.address, references - known)
        ids = [node["@id"] for node in page.graph if "@id" in node]
        assert len(ids) == len(set(ids)), page.address


def test_one_organisation_and_one_site_stand_in_every_graph(listed):
    organisations = {str(node) for page in listed for node in page.nodes("Organization")}
    sites = {str(node) for page in listed for node in page.nodes("WebSite")}
    assert len(organisations) == len(sites) == 1
    for kind in ("Organization", "WebSite"):
        assert wrong(listed, lambda page, kind=kind: len(page.nodes(kind)) == 1) == []
        (node,) = listed[0].nodes(kind)
        assert node["name"]
        assert node["url"] == f"{ROOT}/"


def test_a_posting_says_what_the_page_shows(listed):
    posts = [page for page in listed if page.nodes("BlogPosting")]
    assert len(posts) >= 15
    for page in posts:
        (post,) = page.nodes("BlogPosting")
        assert post["headline"] in page.text
        assert post["mainEntityOfPage"] == page.canonical[0]
        assert post["inLanguage"] == page.language
        assert post["publisher"]["@id"] == f"{ROOT}/#organization"
        assert post["articleSection"] in page.text
        published = datetime.fromisoformat(post["datePublished"])
        assert published.tzinfo
        assert page.all(f"//time[@datetime='{published.date()}']")
        modified = post.get("dateModified", post["datePublished"])
        assert datetime.fromisoformat(modified) >= published
        for author in post["author"]:
            assert author["@type"] == "Person"
            assert author["name"] in page.text
            assert author["url"].startswith(f"{ROOT}/")


def test_breadcrumbs_are_numbered_and_lead_to_the_page(listed):
    inner = [page for page in listed if page.nodes("BreadcrumbList")]
    assert len(inner) > 40
    for page in inner:
        (trail,) = page.nodes("BreadcrumbList")
        steps = trail["itemListElement"]
        assert len(steps) >= 2
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert all(step["name"] and step["item"].startswith(f"{ROOT}/") for step in steps)
        assert steps[-1]["item"] == page.canonical[0].split("?")[0]


def test_a_profile_is_about_one_person(listed):
    profiles = [page for page in listed if page.nodes("ProfilePage")]
    assert len(profiles) >= 10
    for page in profiles:
        (person,) = page.nodes("Person")
        assert page.nodes("ProfilePage")[0]["mainEntity"]["@id"] == person["@id"]
        assert person["name"] in page.text
        assert person["description"]
        assert person["image"]


def test_independent_readers_find_no_fault_in_any_kind_of_graph(listed):
    kinds = {frozenset(node["@type"] for node in page.graph): page for page in listed}
    assert len(kinds) >= 5
    for page in kinds.values():
        assert faults(page.graph) == "", page.address
        assert unknown_terms(page.graph) == set(), page.address
