"""A program that has the newest state of a feed is told so, and never after something has changed."""

import datetime

import pytest
from django.core.cache import caches
from django.utils import timezone
from django.utils.http import http_date

from core.models import BrandSettings, SiteVersion
from tests import factories
from tests.blog.feeds import make_post

# Every scope and every format once: what makes an ETag knows of no other difference.
FEEDS = [
    "/blog/feed/",
    "/blog/category/tools/feed/atom/",
    "/blog/tag/looms/feed/json/",
    "/blog/author/ada/feed/",
]


@pytest.fixture
def post(blog, people_index):
    return make_post(blog, title="Looms", slug="looms")


@pytest.fixture
def yesterday(post):
    """Everything so far happened a day ago: Last-Modified knows no less than a second."""
    SiteVersion.objects.update(renewed_at=timezone.now() - datetime.timedelta(days=1))


@pytest.mark.parametrize("address", FEEDS)
def test_an_unchanged_feed_is_not_even_written_again(client, post, address, monkeypatch):
    first = client.get(address)
    caches["default"].clear()
    monkeypatch.setattr("blog.models.feeds.compose", None)
    for headers in (
        {"if-none-match": first["ETag"]},
        {"if-modified-since": first["Last-Modified"]},
    ):
        again = client.get(address, headers=headers)
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
        assert again["Cache-Control"] == first["Cache-Control"]


@pytest.mark.parametrize("address", FEEDS)
def test_an_older_state_is_answered_in_full(client, yesterday, address):
    first = client.get(address)
    long_ago = http_date(timezone.now().timestamp() - 1_000_000)
    assert client.get(address, headers={"if-modified-since": long_ago}).status_code == 200
    assert client.get(address, headers={"if-none-match": 'W/"other"'}).status_code == 200
    assert client.head(address)["ETag"] == first["ETag"]


def publish_a_change(post):
    post.lead = "<p>Another lead.</p>"
    post.save_revision().publish()


def publish_another(post):
    other = factories.BlogPostPageFactory(
        parent=post.get_parent(), live=False, category=post.category
    )
    other.tags.add("Looms")
    other.save()
    factories.sign(other, *post.byline)
    other.save_revision().publish()


def unpublish(post):
    post.unpublish()


def delete(post):
    post.delete()


def rename_the_brand(post):
    brand = BrandSettings.for_site(post.get_site())
    brand.name = "New name"
    brand.save()


def expire(post):
    type(post).objects.update(expire_at=timezone.now() - datetime.timedelta(minutes=1))


def rename_the_category(post):
    post.category.name = "Instruments"
    post.category.save()


def rename_the_tag(post):
    tag = post.tags.get()
    tag.name = "Weaving"
    tag.save()


def publish_a_person(post):
    person = post.byline[0]
    person.name = "Bea Conti-Rossi"
    person.save_revision().publish()


def unpublish_a_person(post):
    post.byline[0].unpublish()


def archive_a_person(post):
    person = post.byline[0]
    person.archived = True
    person.save()


CHANGES = [
    publish_a_change,
    publish_another,
    unpublish,
    delete,
    rename_the_brand,
    rename_the_category,
    rename_the_tag,
    publish_a_person,
    unpublish_a_person,
    archive_a_person,
]


def unchanged_after(change, post, client, validator: str, header: str) -> list[str]:
    """Return the feeds that still answer 304 to what was true before the change."""
    before = {address: client.get(address)[validator] for address in FEEDS}
    change(post)
    return [
        address
        for address, value in before.items()
        if client.get(address, headers={header: value}).status_code == 304
    ]


@pytest.mark.parametrize("change", [*CHANGES, expire])
def test_every_change_makes_another_etag_of_every_feed(client, post, change):
    assert unchanged_after(change, post, client, "ETag", "if-none-match") == []


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_by_a_person_makes_a_later_date(client, yesterday, post, change):
    assert unchanged_after(change, post, client, "Last-Modified", "if-modified-since") == []


@pytest.mark.parametrize("record", ["post", "person"])
def test_a_draft_changes_no_feed(client, yesterday, post, record):
    def save_a_draft(post):
        draft = post if record == "post" else post.byline[0]
        draft.save_revision()

    assert unchanged_after(save_a_draft, post, client, "ETag", "if-none-match") == FEEDS
