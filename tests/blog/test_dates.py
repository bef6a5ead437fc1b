"""When a post was published and updated, as readers and machines are told."""

import datetime
import json
import re

import pytest
from django.utils import timezone

from blog.models import BlogPostPage
from tests import factories

DAY = datetime.date(2026, 3, 12)


def at(day: datetime.date, hour: int = 12) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour)))


def posting(text: str) -> dict:
    graph = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)[1]
    return next(n for n in json.loads(graph)["@graph"] if n["@type"] == "BlogPosting")


@pytest.mark.parametrize(
    ("published_on", "first", "last", "updated_on"),
    [
        (DAY, at(DAY), at(DAY, 18), None),
        (DAY, at(DAY), at(datetime.date(2026, 3, 13), 1), datetime.date(2026, 3, 13)),
        # Dated back: the day it came to the site is no update.
        (DAY, at(datetime.date(2026, 9, 1)), at(datetime.date(2026, 9, 1), 18), None),
        # Dated ahead.
        (DAY, at(datetime.date(2026, 3, 1)), at(datetime.date(2026, 3, 10)), None),
        (DAY, None, at(datetime.date(2026, 9, 1)), None),
        (None, at(DAY), at(datetime.date(2026, 9, 1)), None),
    ],
)
def test_an_update_is_a_later_day_than_any_that_readers_could_know(
    published_on, first, last, updated_on
):
    post = BlogPostPage(published_on=published_on, first_published_at=first, last_published_at=last)
    assert post.updated_on == updated_on


def test_the_day_is_that_of_the_site_not_of_greenwich(blog, settings):
    late = datetime.datetime(2026, 3, 12, 23, 30, tzinfo=datetime.UTC)
    post = factories.BlogPostPageFactory(
        parent=blog, published_on=DAY, first_published_at=at(DAY), last_published_at=late
    )
    assert settings.TIME_ZONE == "Europe/Rome"
    assert post.updated_on == datetime.date(2026, 3, 13)


def test_page_head_and_structured_data_agree_on_both_dates(client, blog):
    post = factories.BlogPostPageFactory(
        parent=blog,
        published_on=DAY,
        first_published_at=at(DAY),
        last_published_at=at(datetime.date(2026, 5, 2)),
    )
    text = client.get(post.url).content.decode()
    assert '<time datetime="2026-03-12">12 March 2026</time>' in text
    assert 'Updated <time datetime="2026-05-02">2 May 2026</time>' in text
    published, modified = "2026-03-12T12:00:00+01:00", "2026-05-02T12:00:00+02:00"
    assert f'<meta property="article:published_time" content="{published}">' in text
    assert f'<meta property="article:modified_time" content="{modified}">' in text
    node = posting(text)
    assert (node["datePublished"], node["dateModified"]) == (published, modified)


def test_nobody_is_told_of_an_update_that_was_none(client, blog):
    post = factories.BlogPostPageFactory(
        parent=blog, first_published_at=timezone.now(), last_published_at=timezone.now()
    )
    text = client.get(post.url).content.decode()
    assert "Updated" not in text
    assert "article:modified_time" not in text
    assert "dateModified" not in text
