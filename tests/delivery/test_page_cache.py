"""The page cache is right before it is fast: what it keeps, for whom, and what makes it forget."""

import datetime
import gzip
import threading

import brotli
import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from core.models import BrandSettings, Footer, Navigation
from delivery.page_cache import PageCache, PageCacheApplication, share
from delivery.stored import StoredResponse
from tests import factories
from tests.bodies import make_section, make_testimonial
from tests.delivery.doors import DOORS

POST = "/blog/looms/"


@pytest.fixture(autouse=True)
def page_cache(settings):
    settings.PAGE_CACHE = True
    settings.PAGE_CACHE_SECONDS_BETWEEN_CHECKS = 0


@pytest.fixture
def post(blog, people_index):
    BrandSettings.for_site(blog.get_site())
    Navigation.objects.create(locale=blog.locale, links=[("link", {"page": blog})])
    Footer.objects.create(locale=blog.locale, columns=[])
    post = factories.BlogPostPageFactory(
        parent=blog,
        title="Looms",
        slug="looms",
        published_on=datetime.date(2026, 3, 1),
        cover=factories.make_image(),
        category=factories.CategoryFactory(name="Tools", slug="tools"),
        series=factories.SeriesFactory(title="Weaving"),
        body=[
            ("testimonials", {"testimonials": [make_testimonial()]}),
            ("shared_section", {"section": make_section()}),
        ],
    )
    post.tags.add("Threads")
    post.save()
    factories.BlogPostPageFactory(
        parent=blog, title="Warp", slug="warp", series=post.series, series_position=1
    )
    about = factories.ContentPageFactory(parent=blog.get_parent(), slug="about")
    factories.ContentPageFactory(parent=about, slug="team")
    return factories.sign(post, factories.PersonFactory(name="Ada", slug="ada"))


def queries(client, address: str, **options) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address, **options).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    "address", ["/", "/blog/", POST, "/blog/category/tools/", "/people/", "/people/ada/", "/it/"]
)
def test_a_page_that_was_read_once_costs_the_question_whether_the_site_has_changed(
    client, post, address
):
    first = client.get(address)
    assert queries(client, address) == 1
    again = Client().get(address)
    assert again.content == first.content
    assert again["Content-Type"] == first["Content-Type"]
    assert again["X-Frame-Options"] == "DENY"


def test_a_process_asks_no_more_often_than_it_was_told(client, post, settings):
    settings.PAGE_CACHE_SECONDS_BETWEEN_CHECKS = 3600
    client.get(POST)
    assert queries(client, POST) == 0


@pytest.mark.parametrize("junk", ["?utm_source=x", "?fbclid=1&gclid=2", "?x", "?page=", "?a=%00"])
def test_unknown_parameters_change_nothing_and_keep_nothing(client, post, junk):
    plain = client.get("/blog/")
    kept = set(cache._cache)
    assert queries(client, f"/blog/{junk}") == 1
    assert client.get(f"/blog/{junk}").content == plain.content
    assert set(cache._cache) == kept


def test_a_page_is_the_same_whether_junk_or_a_plain_address_filled_its_place(client, post):
    for address in ("/", "/blog/", POST, "/people/", "/people/ada/", "/blog/tag/threads/"):
        cache.clear()
        junk = Client().get(f"{address}?zzz=qqq").content
        cache.clear()
        assert junk == Client().get(address).content, address
        assert b"qqq" not in junk


def test_every_page_of_a_listing_has_its_own_place(client, post):
    for number in range(14):
        factories.BlogPostPageFactory(parent=post.get_parent(), title=f"Number {number}")
    first, second = client.get("/blog/").content, client.get("/blog/?page=2").content
    assert first != second
    assert client.get("/blog/?page=2&utm_source=x").content == second
    assert client.get("/blog/?page=99").status_code == 404


@pytest.mark.parametrize("address", ["/nothing/", "/blog/?page=99", "/search/?q=loom", "/blog"])
def test_errors_redirects_and_searches_are_not_kept(client, post, address):
    client.get(address)
    assert not [key for key in cache._cache if "page:" in key and "remembered" not in key]


def test_hosts_and_schemes_have_places_of_their_own(client, post):
    Site.objects.update(hostname="localhost")
    client.get(POST)
    assert queries(client, POST, headers={"host": "localhost"}) > 1
    assert queries(client, POST, secure=True) > 1
    assert client.get(POST, headers={"host": "evil.example"}).status_code == 400


def test_who_is_signed_in_neither_fills_the_cache_nor_reads_from_it(client, post, admin_client):
    assert b"wagtail-userbar" in admin_client.get(POST).content
    anonymous = client.get(POST)
    assert b"wagtail-userbar" not in anonymous.content
    assert b"wagtail-userbar" in admin_client.get(POST).content
    assert "Cookie" in anonymous["Vary"]


def test_a_page_behind_a_password_is_never_kept(client, post):
    PageViewRestriction.objects.create(
        page=post, restriction_type=PageViewRestriction.PASSWORD, password="threads"
    )
    form = client.get(POST)
    restriction = PageViewRestriction.objects.get()
    client.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{post.pk}/",
        {"password": "threads", "return_url": POST},
    )
    opened = client.get(POST)
    assert b"<h1" in opened.content
    assert "no-store" in opened["Cache-Control"]
    assert Client().get(POST).status_code == form.status_code
    assert b"Looms</h1>" not in Client().get(POST).content


def test_a_preview_is_not_kept(client, post, admin_user, rf):
    post.title = "Unfinished"
    response = post.make_preview_request(original_request=rf.get("/"))
    assert b"Unfinished" in response.content
    assert b"Unfinished" not in client.get(POST).content


@pytest.mark.parametrize(
    ("coding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_a_page_is_packed_as_the_reader_asks(client, post, coding, unpack):
    plain = client.get(POST)
    for _time in range(2):
        packed = client.get(POST, headers={"accept-encoding": f"deflate, {coding};q=0.9"})
        assert packed["Content-Encoding"] == coding
        assert unpack(packed.content) == plain.content
        assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content) / 2
        assert "Accept-Encoding" in packed["Vary"]


@pytest.mark.parametrize("coding", ["br", "gzip", ""])
def test_a_page_is_packed_once_also_when_a_browser_is_the_first_to_ask(client, post, coding):
    client.get(POST, headers={"accept-encoding": "gzip, deflate, br, zstd"})
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[coding]
    response = client.get(POST, headers={"accept-encoding": coding})
    assert response.get("Content-Encoding", "") == coding
    assert b"</html>" in unpack(response.content)


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("GZIP", "gzip"),
        ("br; q=0, gzip", "gzip"),
        ("br;q=0.0", ""),
        ("*", ""),
        ("", ""),
        ("brotli", ""),
    ],
)
def test_the_best_coding_is_chosen_of_those_a_reader_names(accepted, coding):
    assert StoredResponse.of(HttpResponse("body")).coding_for(accepted) == coding


def test_a_browser_that_has_the_page_gets_no_body(client, post):
    first = client.get(POST)
    for _time in range(2):
        again = client.get(POST, headers={"if-none-match": f'"other", {first["ETag"]}'})
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
    assert client.get(POST, headers={"if-none-match": '"other"'}).status_code == 200
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert "Accept-Language" not in first["Vary"]


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_readers_see_a_change_by_every_door(client, post, door):
    address, expected = door.seen_at, door.expected
    before = client.get(address)
    assert client.get(address).content == before.content
    door(post)
    after = client.get(address)
    if isinstance(expected, int):
        assert (before.status_code, after.status_code) == (200, expected)
    else:
        assert expected not in before.content.decode()
        assert expected in after.content.decode()


def test_a_page_that_expires_is_gone_at_its_minute_from_every_page(client, post, monkeypatch):
    post.expire_at = timezone.now() + datetime.timedelta(minutes=1)
    post.save_revision().publish()
    assert "Looms" in client.get("/blog/").content.decode()
    assert client.get(POST).status_code == 200
    later = timezone.now() + datetime.timedelta(minutes=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert client.get(POST).status_code == 404
    assert "Looms" not in client.get("/blog/").content.decode()


def test_what_was_kept_is_served_while_the_database_is_away(client, post, monkeypatch):
    first = client.get(POST)

    def away():
        raise OperationalError

    monkeypatch.setattr("core.models.SiteVersion.current", away)
    assert client.get(POST).content == first.content


def test_a_place_is_filled_once_however_many_ask_at_once():
    entered, release = threading.Event(), threading.Event()
    made, answers = [], []

    def slow():
        made.append(1)
        entered.set()
        assert release.wait(10)
        return share(HttpResponse("made"))

    def read():
        answers.append(PageCache().fill("page:once", slow))

    readers = [threading.Thread(target=read) for _ in range(8)]
    readers[0].start()
    assert entered.wait(10)
    for reader in readers[1:]:
        reader.start()
    release.set()
    for reader in readers:
        reader.join(10)
    assert made == [1]
    assert [answer.bodies[""] for answer in answers] == [b"made"] * 8


def test_who_waited_for_what_cannot_be_shared_makes_it_for_itself():
    cache.add("page:mine:filling", True)

    def release_and_make():
        return HttpResponse("mine")

    waiting = threading.Timer(0.05, cache.delete, ["page:mine:filling"])
    waiting.start()
    assert PageCache().fill("page:mine", release_and_make).content == b"mine"


def test_what_is_kept_is_sent_before_django_begins(client, post):
    kept = client.get(POST)
    sent = {}

    def start_response(status, headers):
        sent.update(status=status, headers=dict(headers))

    def never(environ, start):
        raise AssertionError

    environ = RequestFactory().get(POST).environ
    assert b"".join(PageCacheApplication(never)(environ, start_response)) == kept.content
    assert sent["status"] == "200 OK"
    assert sent["headers"]["ETag"] == kept["ETag"]
    assert sent["headers"]["X-Content-Type-Options"] == "nosniff"
    signed_in = RequestFactory(HTTP_COOKIE="sessionid=x").get(POST).environ
    with pytest.raises(AssertionError):
        PageCacheApplication(never)(signed_in, start_response)
