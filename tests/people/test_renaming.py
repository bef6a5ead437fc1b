"""Old addresses go on working when a person, a category or a tag is renamed."""

import pytest

from tests import factories


@pytest.fixture
def ada(people_index):
    return factories.PersonFactory(name="Ada Bianchi", slug="ada-bianchi")


def rename(person, slug):
    person.slug = slug
    person.save_revision().publish()


def test_the_old_address_of_a_person_leads_to_the_new_one(client, ada):
    rename(ada, "ada-rossi")
    response = client.get("/people/ada-bianchi/")
    assert (response.status_code, response.url) == (301, "/people/ada-rossi/")
    assert client.get("/people/ada-rossi/").status_code == 200


def test_two_renamings_make_no_chain(client, ada):
    rename(ada, "ada-rossi")
    rename(ada, "ada-verdi")
    for old in ("ada-bianchi", "ada-rossi"):
        assert client.get(f"/people/{old}/").url == "/people/ada-verdi/"


def test_going_back_makes_no_loop(client, ada):
    rename(ada, "ada-rossi")
    rename(ada, "ada-bianchi")
    assert client.get("/people/ada-bianchi/").status_code == 200
    assert client.get("/people/ada-rossi/").url == "/people/ada-bianchi/"


def test_a_draft_changes_no_address(client, ada):
    ada.slug = "ada-rossi"
    ada.save_revision()
    assert client.get("/people/ada-bianchi/").status_code == 200
    assert client.get("/people/ada-rossi/").status_code == 404


@pytest.mark.parametrize("folder", ["category", "tag"])
def test_the_old_address_of_a_listing_leads_to_the_new_one(admin, client, blog, folder):
    post = factories.BlogPostPageFactory(
        parent=blog, category=factories.CategoryFactory(name="Tools", slug="tools")
    )
    post.tags.add("Tools")
    post.save()
    record = post.category if folder == "category" else post.tags.get()
    response = admin.post(
        f"/admin/snippets/blog/{folder}/edit/{record.pk}/",
        {"name": "Machines", "slug": "machines", "description": ""},
    )
    assert response.status_code == 302
    old = client.get(f"/blog/{folder}/tools/")
    assert (old.status_code, old.url) == (301, f"/blog/{folder}/machines/")
    assert client.get(f"/blog/{folder}/machines/").status_code == 200
