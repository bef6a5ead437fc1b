"""A person's public page, and what archiving or never publishing does to it."""

import pytest

from tests import factories


@pytest.fixture
def ada(people_index):
    return factories.PersonFactory(
        name="Ada Bianchi", slug="ada", role="Repairer", short_bio="<p>Mends things.</p>"
    )


def test_a_profile_shows_the_person_and_their_posts(client, ada, blog):
    post = factories.sign(factories.BlogPostPageFactory(parent=blog, title="On mending"), ada)
    text = client.get("/people/ada/").content.decode()
    assert "Ada Bianchi" in text
    assert "Repairer" in text
    assert post.title in text


def test_every_field_of_a_person_is_shown(client, people_index):
    ada = factories.PersonFactory(
        name="Ada Bianchi",
        slug="ada",
        role="Repairer",
        organisation="Workshop Bianchi",
        short_bio="<p>Mends things.</p>",
        long_bio="<p>Has mended things since 1998.</p>",
        photo=factories.make_image(),
        photo_alt="Ada at her bench",
    )
    ada.links.create(label="Her letters", url="https://example.org/letters", same_as=True)
    ada.save()
    text = client.get("/people/ada/").content.decode()
    for words in (
        "Ada Bianchi",
        "Repairer",
        "Workshop Bianchi",
        "Mends things.",
        "Has mended things since 1998.",
        'alt="Ada at her bench"',
        "Her letters",
        '"sameAs": ["https://example.org/letters"]',
    ):
        assert words in text


def test_the_people_page_lists_by_name(client, ada):
    factories.PersonFactory(name="Aaron", slug="aaron")
    text = client.get("/people/").content.decode()
    assert text.index("Aaron") < text.index("Ada Bianchi")


@pytest.mark.parametrize("change", [{"archived": True}, {"live": False}])
def test_who_is_archived_or_unpublished_has_no_profile(client, ada, change):
    type(ada).objects.filter(pk=ada.pk).update(**change)
    assert client.get("/people/ada/").status_code == 404
    assert "Ada Bianchi" not in client.get("/people/").content.decode()
    assert "/people/ada/" not in client.get("/sitemap.xml").content.decode()


def test_an_archived_person_keeps_the_byline_without_a_link(client, ada, blog):
    post = factories.sign(factories.BlogPostPageFactory(parent=blog), ada)
    assert "/people/ada/" in client.get(post.url).content.decode()
    ada.archived = True
    ada.save()
    text = client.get(post.url).content.decode()
    assert "Ada Bianchi" in text
    assert "/people/ada/" not in text


def test_a_profile_of_another_language_is_404(client, ada):
    factories.PersonFactory(slug="anna", locale=factories.locale("it"))
    assert client.get("/people/anna/").status_code == 404


@pytest.mark.parametrize("page", ["x", "0", "2"])
def test_a_page_of_posts_that_does_not_exist_is_404(client, ada, page):
    assert client.get(f"/people/ada/?page={page}").status_code == 404


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Ada Bianchi", "AB"), ("Ivo", "I"), ("Maria Teresa Dal Ponte", "MP"), ("", "")],
)
def test_initials_stand_in_for_a_photo(name, initials):
    assert factories.PersonFactory.build(name=name, locale=None).initials == initials


def test_two_people_of_a_language_cannot_share_an_address(ada):
    twin = factories.PersonFactory.build(slug="ada", locale=ada.locale)
    with pytest.raises(Exception, match="Another person already has this address"):
        twin.full_clean()


@pytest.mark.parametrize("mode", ["profile", "card", "byline"])
def test_every_preview_of_an_unfinished_person_renders(admin, ada, mode):
    url = f"/admin/snippets/people/person/preview/{ada.pk}/"
    data = {"name": "Half a person", "slug": "half", "short_bio": "null", "long_bio": "null"}
    data |= {f"links-{part}_FORMS": "0" for part in ("TOTAL", "INITIAL")}
    assert admin.post(url, data).json()["is_valid"]
    response = admin.get(f"{url}?mode={mode}")
    assert response.status_code == 200
    assert "Half a person" in response.content.decode()
