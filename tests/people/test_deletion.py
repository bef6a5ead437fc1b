"""A person who is used anywhere is not deleted: the places are shown, and archiving is offered."""

import pytest

from people.models import Person
from tests import factories


@pytest.fixture
def ada(db):
    return factories.PersonFactory(name="Ada", slug="ada")


def delete(client, person):
    return client.post(f"/admin/snippets/people/person/delete/{person.pk}/")


def delete_in_bulk(client, person):
    return client.post(f"/admin/bulk/people/person/delete/?id={person.pk}")


DOORS = [delete, delete_in_bulk]


def card(person):
    return [("author_card", {"person": person, "text": ""})]


def used_as_author(blog, person):
    return factories.sign(factories.BlogPostPageFactory(parent=blog, title="Place"), person)


def used_in_a_stream(blog, person):
    return factories.BlogPostPageFactory(parent=blog, title="Place", body=card(person))


def used_in_a_draft_never_published(blog, person):
    return factories.BlogPostPageFactory(parent=blog, title="Place", live=False, body=card(person))


def used_in_the_draft_of_a_live_post(blog, person):
    post = factories.BlogPostPageFactory(parent=blog, title="Place")
    post.body = card(person)
    post.save_revision()
    return post


USES = [
    used_as_author,
    used_in_a_stream,
    used_in_a_draft_never_published,
    used_in_the_draft_of_a_live_post,
]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("use", USES)
def test_a_person_who_is_used_is_kept(admin, blog, ada, use, door):
    place = use(blog, ada)
    response = door(admin, ada)
    text = response.content.decode()
    assert response.status_code == 409
    assert Person.objects.filter(pk=ada.pk).exists()
    assert f"/admin/pages/{place.pk}/edit/" in text
    assert f"/admin/people/{ada.pk}/archive/" in text


@pytest.mark.parametrize("door", DOORS)
def test_a_person_who_is_not_used_can_be_deleted(admin, ada, door):
    door(admin, ada)
    assert not Person.objects.filter(pk=ada.pk).exists()


def test_archiving_keeps_the_record_live(admin, ada):
    admin.post(f"/admin/people/{ada.pk}/archive/")
    ada.refresh_from_db()
    assert ada.archived
    assert ada.live
    assert not ada.has_unpublished_changes


def test_archiving_does_not_publish_a_draft(admin, ada):
    ada.role = "Unapproved"
    ada.save_revision()
    admin.post(f"/admin/people/{ada.pk}/archive/")
    ada.refresh_from_db()
    assert ada.archived
    assert ada.role == "Weaver"
    draft = ada.get_latest_revision_as_object()
    assert draft.archived
    assert draft.role == "Unapproved"


def test_archiving_asks_for_the_right_to_change_people(client, make_user, ada):
    user = make_user("SEO")
    user.groups.get().permissions.filter(codename="change_person").first()
    user.groups.get().permissions.remove(
        *user.groups.get().permissions.filter(codename="change_person")
    )
    client.force_login(user)
    client.post(f"/admin/people/{ada.pk}/archive/")
    ada.refresh_from_db()
    assert not ada.archived
