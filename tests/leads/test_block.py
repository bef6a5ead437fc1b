"""A form in any page: only one that readers may see, in their language, and never twice the same id."""

from bs4 import BeautifulSoup

from tests import factories
from tests.leads.forms import make_form, send


def page_with(form, home):
    body = [("form", {"title": "Ask", "form": form}), ("form", {"title": "Again", "form": form})]
    return factories.ContentPageFactory(parent=home, slug="with-form", body=body)


def shown(client, page):
    return BeautifulSoup(client.get(page.url).content, "html.parser").main


def test_a_form_stands_in_any_page_and_sends_to_its_own(client, home, form):
    page = page_with(form, home)
    main = shown(client, page)
    forms = main.select("form")
    assert [one["action"] for one in forms] == [form.action] * 2
    ids = [tag["id"] for tag in main.select("[id]")]
    assert len(ids) == len(set(ids))
    for label in main.select("label[for]"):
        assert label["for"] in ids
    assert send(client, form).status_code == 303


def test_a_form_that_is_not_published_does_not_show(client, home, form):
    page = page_with(form, home)
    form.unpublish()
    assert not shown(client, page).select("form, .form")


def test_a_page_in_another_language_shows_the_form_of_that_language(
    client, home, italian_home, form
):
    page = page_with(form, italian_home)
    assert {one["action"] for one in shown(client, page).select("form")} == {form.action}
    italian = make_form(
        italian_home, slug="scrivici", title="Scrivici", translation_key=form.translation_key
    )
    assert {one["action"] for one in shown(client, page).select("form")} == {italian.action}
