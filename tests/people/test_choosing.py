"""Choosers offer records of the language that one writes in, and people can be added on the way."""

import pytest
from wagtail.models import ModelLogEntry

from blog.models import Category, Series
from core.models import SharedSection, Testimonial
from people.models import Person
from tests import factories

PEOPLE = "/admin/snippets/choose/people/person/"
CREATE = f"{PEOPLE}create/"


@pytest.fixture
def marketer(client, make_user):
    client.force_login(make_user("Marketers"))
    return client


@pytest.mark.parametrize("results", [False, True])
@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Person, {"name": "{}", "slug": "{}"}),
        (Category, {"name": "{}", "slug": "{}"}),
        (Series, {"title": "{}"}),
        (Testimonial, {"name": "{}", "quote": "{}"}),
        (SharedSection, {"name": "{}"}),
    ],
)
def test_a_chooser_offers_the_language_of_the_page_alone(marketer, model, fields, results):
    links = {}
    for code, word in (("en", "shuttle"), ("it", "navetta")):
        values = {name: value.format(word) for name, value in fields.items()}
        record = model.objects.create(locale=factories.locale(code), **values)
        links[code] = f"/chosen/{record.pk}/"
    address = model.snippet_viewset.chooser_viewset.get_url_name("choose")
    address = f"/admin/{model.snippet_viewset.chooser_viewset.url_prefix}/"
    address += "results/" if results else ""

    def answer(**query) -> str:
        response = marketer.get(address, query)
        assert response.status_code == 200
        return response.content.decode() if results else response.json()["html"]

    def offered(**query) -> set[str]:
        return {code for code, link in links.items() if link in answer(**query)}

    assert offered(locale="it") == {"it"}
    assert offered(locale="en") == {"en"}
    assert "English" not in answer(locale="it")
    assert "en" not in offered(locale="it", q="shuttle")
    assert offered() == offered(locale="xx") == {"en", "it"}


def test_a_person_is_added_in_the_language_of_the_page(marketer):
    tab = marketer.get(PEOPLE, {"locale": "it"}).json()["html"]
    assert f'action="{CREATE}?locale=it"' in tab
    form = {"name": "Noè D’Àlba", "role": "Tintore", "organisation": ""}
    chosen = marketer.post(f"{CREATE}?locale=it", form).json()
    person = Person.objects.get()
    assert chosen["step"] == "chosen"
    assert (chosen["result"]["id"], chosen["result"]["string"]) == (str(person.pk), "Noè D’Àlba")
    assert (person.locale.language_code, person.slug) == ("it", "noe-dalba")
    assert (person.live, person.has_unpublished_changes) == (True, False)
    assert person.latest_revision.user.username == "marketers"
    actions = set(ModelLogEntry.objects.for_instance(person).values_list("action", flat=True))
    assert {"wagtail.create", "wagtail.publish"} <= actions
    marketer.post(f"{CREATE}?locale=it&multiple=1", form)
    assert sorted(Person.objects.values_list("slug", flat=True)) == ["noe-dalba", "noe-dalba-2"]


@pytest.mark.parametrize("name", ["", "…", "x" * 121])
def test_a_person_without_a_name_is_refused_at_the_field(marketer, name):
    answer = marketer.post(f"{CREATE}?locale=xx", {"name": name}).json()
    assert answer["step"] == "reshow_creation_form"
    assert "error-message" in answer["htmlFragment"]
    assert not Person.objects.exists()


def test_who_may_not_publish_people_makes_a_draft(client, make_user):
    user = make_user("Marketers")
    group = user.groups.get()
    group.permissions.remove(group.permissions.get(codename="publish_person"))
    client.force_login(user)
    assert client.post(CREATE, {"name": "Ada"}).json()["step"] == "chosen"
    assert not Person.objects.get().live


def test_who_edits_metadata_alone_adds_nobody(client, make_user):
    client.force_login(make_user("SEO"))
    assert CREATE not in client.get(PEOPLE).json()["html"]
    client.post(CREATE, {"name": "Ada"})
    assert not Person.objects.exists()
