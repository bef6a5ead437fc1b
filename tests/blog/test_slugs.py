"""Addresses of the site itself cannot be taken by a page."""

import pytest
from django.core.exceptions import ValidationError

from blog.models import BlogPostPage
from home.models import ContentPage
from tests import factories


@pytest.mark.parametrize("slug", ["2026", "category", "tag", "feed"])
def test_a_post_cannot_take_the_address_of_a_listing(blog, slug):
    with pytest.raises(ValidationError) as error:
        blog.add_child(instance=BlogPostPage(title="Post", slug=slug))
    assert "slug" in error.value.message_dict


@pytest.mark.parametrize(
    "slug", ["search", "people", "blog", "it", "en", "admin", "2026", "health"]
)
def test_a_page_cannot_take_the_address_of_a_part_of_the_site(home, slug):
    with pytest.raises(ValidationError) as error:
        home.add_child(instance=ContentPage(title="Page", slug=slug))
    assert "slug" in error.value.message_dict


@pytest.mark.parametrize("live", [True, False])
def test_a_draft_cannot_take_it_either(home, live):
    with pytest.raises(ValidationError):
        home.add_child(instance=ContentPage(title="Page", slug="search", live=live))


def test_the_owner_of_an_address_may_take_it(home):
    assert factories.BlogIndexPageFactory(parent=home, slug="blog").pk


def test_the_editor_says_so_at_the_field(admin, blog):
    response = admin.post(
        f"/admin/pages/add/blog/blogpostpage/{blog.pk}/",
        {"title": "Post", "slug": "category", **post_form()},
    )
    assert response.status_code == 200
    assert "slug" in response.context["form"].errors


def post_form() -> dict:
    """The parts of the form of a post that a test leaves empty."""
    formsets = ("authorships", "related_posts", "comments")
    counts = {f"{name}-{part}_FORMS": "0" for name in formsets for part in ("TOTAL", "INITIAL")}
    return {"lead": "null", "body-count": "0", **counts}
