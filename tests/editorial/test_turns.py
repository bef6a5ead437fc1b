"""An autosave that is late never takes back what was published meanwhile."""

import threading

import pytest
from django.db import connections
from django.test import Client
from wagtail import hooks
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from people.models import Person
from tests import factories

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("restored"),
]
# Who waits for their turn cannot be seen to wait, so a publication that does is given this long to overtake.
OVERTAKES_WITHIN_SECONDS = 1


@pytest.fixture
def race(make_user):
    """Send two forms at once: the first has read its record when the second is sent, and writes it last if it can."""
    user = make_user("Editors")
    has_read, may_go_on = threading.Event(), threading.Event()
    statuses = {}

    def wait(request, *args):
        if "late" in request.POST:
            has_read.set()
            may_go_on.wait(OVERTAKES_WITHIN_SECONDS)

    def send(name: str, address: str, form: dict, headers: dict) -> None:
        client = Client()
        client.force_login(user)
        try:
            statuses[name] = client.post(address, form, headers=headers).status_code
        finally:
            connections.close_all()

    def run(hook: str, address: str, form: dict) -> dict[str, int]:
        late = ("late", address, form | {"late": "1"}, {"Accept": "application/json"})
        publication = ("publication", address, form | {"action-publish": "1"}, {})
        with hooks.register_temporarily(hook, wait):
            threads = [threading.Thread(target=send, args=one) for one in (late, publication)]
            threads[0].start()
            assert has_read.wait(10)
            threads[1].start()
            threads[1].join(OVERTAKES_WITHIN_SECONDS)
            may_go_on.set()
            for thread in threads:
                thread.join()
        return statuses

    return run


def test_a_page_stays_published(home, race):
    page = factories.ContentPageFactory(parent=home, slug="about", live=False)
    form = nested_form_data(
        {
            "title": "About",
            "slug": "about",
            "lead": rich_text(""),
            "body": streamfield([]),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
        }
    )
    assert race("before_edit_page", f"/admin/pages/{page.pk}/edit/", form) == {
        "late": 200,
        "publication": 302,
    }
    page.refresh_from_db()
    assert page.live


def test_a_record_keeps_what_was_published(race):
    person = factories.PersonFactory(name="Ada", slug="ada", live=False)
    form = nested_form_data(
        {
            "name": "Ada",
            "slug": "ada",
            "short_bio": rich_text(""),
            "long_bio": rich_text(""),
            "links": inline_formset([]),
        }
    )
    address = f"/admin/snippets/people/person/edit/{person.pk}/"
    race("before_edit_snippet", address, form)
    assert Person.objects.get(pk=person.pk).live
