"""What is written once and shown on several pages."""

import pytest
from django.urls import reverse

from tests import factories
from tests.bodies import make_section, make_testimonial


@pytest.fixture
def page(home):
    """A page with a section and a testimonial that others have, too."""
    body = [
        ("shared_section", {"section": make_section()}),
        ("testimonials", {"testimonials": [make_testimonial()]}),
    ]
    return factories.ContentPageFactory(parent=home, body=body)


def test_a_change_of_what_is_shared_shows_on_the_page(client, page):
    section, testimonial = page.body[0].value["section"], page.body[1].value["testimonials"][0]
    section.body = [("text", "<p>Told anew.</p>")]
    testimonial.name = "Carla Neri"
    for record in (section, testimonial):
        record.save_revision().publish()
    text = client.get(page.url).content.decode()
    assert "Told anew." in text
    assert "Carla Neri" in text


def test_what_is_unpublished_or_deleted_leaves_no_trace(client, page):
    section, testimonial = page.body[0].value["section"], page.body[1].value["testimonials"][0]
    section.unpublish()
    testimonial.unpublish()
    text = client.get(page.url).content.decode()
    assert "Told everywhere." not in text
    assert "Carla Rossi" not in text
    section.delete()
    testimonial.delete()
    assert client.get(page.url).status_code == 200


def test_a_section_cannot_hold_a_section(db):
    assert "shared_section" not in make_section().body.stream_block.child_blocks


@pytest.mark.parametrize("role", ["Marketers", "Editors"])
@pytest.mark.parametrize("make", [make_section, make_testimonial])
def test_a_role_edits_and_previews_what_is_shared(client, make_user, role, make):
    record = make()
    client.force_login(make_user(role))
    viewset = record.snippet_viewset
    response = client.get(reverse(viewset.get_url_name("edit"), args=[record.pk]))
    assert response.status_code == 200
    assert b"action-publish" in response.content


@pytest.mark.parametrize("make", [make_section, make_testimonial])
def test_what_is_shared_is_previewed_as_readers_see_it(admin, make):
    record = make()
    request = record.make_preview_request()
    assert request.status_code == 200
    said = "Told everywhere." if make is make_section else "They came twice."
    assert said in request.rendered_content
