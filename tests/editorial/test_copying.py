"""A block that is copied is given as it was saved, to those who may edit where it stands."""

from uuid import uuid4

import pytest

from tests import factories
from tests.bodies import full_body


def test_every_block_can_be_copied_with_new_ids(client, make_user, blog):
    body = full_body(blog, factories.make_image(), factories.PersonFactory())
    post = factories.BlogPostPageFactory(parent=blog)
    post.body = body
    post.save_revision()
    client.force_login(make_user("Marketers"))
    saved = post.get_latest_revision_as_object().body
    for block in saved:
        answer = client.get(f"/admin/blocks/{post.pk}/{block.id}/")
        assert answer.status_code == 200, block.block_type
        told = answer.json()
        assert told["type"] == block.block_type
        assert block.id not in answer.content.decode()
    points = next(block for block in saved if block.block_type == "key_points")
    items = client.get(f"/admin/blocks/{post.pk}/{points.id}/").json()["value"]["items"]
    assert len(items) == 2
    assert not {item["id"] for item in items} & {
        item.id for item in points.value["items"].bound_blocks
    }


@pytest.mark.parametrize("role", ["SEO", None])
def test_who_may_not_write_copies_nothing(client, make_user, blog, role):
    post = factories.BlogPostPageFactory(parent=blog, body=[("text", "<p>Secret</p>")])
    if role:
        client.force_login(make_user(role))
    answer = client.get(f"/admin/blocks/{post.pk}/{post.body[0].id}/")
    assert answer.status_code in (302, 403)
    assert b"Secret" not in answer.content


def test_what_is_not_there_is_not_copied(client, make_user, blog):
    client.force_login(make_user("Marketers"))
    for page in (factories.BlogPostPageFactory(parent=blog), blog):
        assert client.get(f"/admin/blocks/{page.pk}/{uuid4()}/").status_code == 404
    assert client.get(f"/admin/blocks/99999/{uuid4()}/").status_code == 404
