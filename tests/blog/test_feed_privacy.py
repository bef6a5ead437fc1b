"""What must never be in a feed: hidden posts, people who are not public, a closed blog."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.blog.feeds import VARIANTS, make_post


@pytest.fixture
def post(blog, people_index):
    return make_post(blog, title="Looms", slug="looms")


def hide_by_unpublishing(post):
    post.unpublish()


def hide_by_expiry(post):
    type(post).objects.update(expire_at=timezone.now() - datetime.timedelta(minutes=1))


def hide_by_login(post):
    PageViewRestriction.objects.create(page=post, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize("hide", [hide_by_unpublishing, hide_by_expiry, hide_by_login])
def test_no_feed_has_a_hidden_post_even_just_after_it_had(client, post, hide):
    for address in VARIANTS:
        assert b"The lead of it" in client.get(address).content
    hide(post)
    for address in VARIANTS:
        response = client.get(address)
        assert b"The lead of it" not in response.content
        assert response.status_code == (404 if "/tag/" in address else 200)


def test_a_person_who_is_not_public_is_named_nowhere(client, post):
    bea = post.byline[0]
    bea.live = False
    bea.save()
    assert [one for one in VARIANTS if b"Bea Conti" in client.get(one).content] == []


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD])
def test_a_closed_blog_serves_no_feed(client, post, kind):
    PageViewRestriction.objects.create(
        page=post.get_parent(), restriction_type=kind, password="sesame"
    )
    for address in VARIANTS:
        response = client.get(address)
        assert "xml" not in response["Content-Type"]
        assert "json" not in response["Content-Type"]
        assert "no-store" in response["Cache-Control"]
        assert b"The lead of it" not in response.content
