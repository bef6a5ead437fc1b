"""Forms for tests, and what a browser sends by them."""

import time

from django.test import Client

from leads import tickets
from leads.models import FieldType, FormField, FormPage

BROWSER = {"sec-fetch-site": "same-origin", "origin": "http://testserver"}
QUESTIONS = (
    ("Name", FieldType.SINGLELINE, {}),
    ("Email", FieldType.EMAIL, {}),
    ("Message", FieldType.MULTILINE, {"required": False}),
)
ANSWERS = {"name": "Ada", "email": "ada@example.org", "message": "Two looms, please."}


def make_form(home, questions=QUESTIONS, **fields) -> FormPage:
    options = {"title": "Write to us", "slug": "write", "locale": home.locale} | fields
    page = home.add_child(instance=FormPage(**options))
    for order, (label, kind, extra) in enumerate(questions):
        page.form_fields.add(
            FormField(label=label, field_type=kind, sort_order=order, locale=home.locale, **extra)
        )
    page.save()
    page.save_revision().publish()
    return FormPage.objects.get(pk=page.pk)


def ticket(age: float = 60) -> str:
    """A ticket that a browser fetched so many seconds ago."""
    now = time.time
    tickets.time.time = lambda: now() - age
    try:
        return tickets.new_ticket()
    finally:
        tickets.time.time = now


def send(client: Client, page: FormPage, answers=None, headers=None, **extra):
    """Send the form as a browser with JavaScript does."""
    data = {"form-ticket": ticket()} | (ANSWERS if answers is None else answers) | extra
    return client.post(page.action, data, headers=BROWSER if headers is None else headers)
