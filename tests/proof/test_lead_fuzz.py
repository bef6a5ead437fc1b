"""Ten thousand strange submissions: an answer to each, none lost, none told twice (`make proof`)."""

from django.core import mail
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from home.models import HomePage
from leads.models import Delivery, FieldType, Submission
from leads.outbox.sending import send_due
from tests.leads.forms import BROWSER, make_form, ticket

strange = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="\r\n\x00\t =+-@<>\"'%\\{}[]", max_size=60),
    st.sampled_from(
        [
            "a@example.org",
            "a@example.org\r\nBcc: b@example.org",
            # A domain that Django accepts and no mail can be sent to.
            f"a@{'ü' * 58}.org",
            '"a\x0bb"@example.org',
            "x" * 6000,
            "=cmd|' /C calc'!A0",
            "{{ 7*7 }}",
            "2026-02-30",
            "2026-02-28",
            "Loom",
            "+39 0372 555 0148",
            "on",
            "\ud800",
        ]
    ),
)
names = st.sampled_from(
    [
        *("line", "text", "mail", "phone", "list", "several", "box", "day", "agreed"),
        *("form-ticket", "form-website", "from-utm_source", "from-address", "from-referrer"),
        *("page", "key", "csrfmiddlewaretoken", "form_data"),
    ]
)
many = settings(
    max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
# One for all: each new one would load the middleware anew, and with it the list of static files.
browser = Client()
VALID = {
    "line": "Ada",
    "text": "Words",
    "mail": "ada@example.org",
    "list": "Loom",
    "day": "2026-02-28",
    "agreed": "on",
}


class TestStrangeSubmissions(TestCase):
    @classmethod
    def setUpTestData(cls):
        kinds = {
            "line": FieldType.SINGLELINE,
            "text": FieldType.MULTILINE,
            "mail": FieldType.EMAIL,
            "phone": FieldType.PHONE,
            "list": FieldType.DROPDOWN,
            "several": FieldType.CHECKBOXES,
            "box": FieldType.CHECKBOX,
            "day": FieldType.DATE,
            "agreed": FieldType.CONSENT,
        }
        optional = {"phone", "several", "box"}
        questions = [
            (name.title(), kind, {"choices": "Loom\nLathe", "required": name not in optional})
            for name, kind in kinds.items()
        ]
        home = HomePage.objects.get(locale__language_code="en")
        cls.form = make_form(home, questions, notified="team@example.org", confirms=True)

    @many
    @given(
        changed=st.dictionaries(names, strange, max_size=6),
        dropped=st.sets(st.sampled_from(list(VALID)), max_size=1),
        again=st.booleans(),
        referer=strange,
        with_ticket=st.booleans(),
    )
    def test_each_is_answered_and_kept_and_told_once(
        self, changed, dropped, again, referer, with_ticket
    ):
        mail.outbox.clear()
        data = VALID | ({"form-ticket": ticket()} if with_ticket else {}) | changed
        data = {
            name: value.encode("utf-8", "replace").decode()
            for name, value in data.items()
            if name not in dropped
        }
        address = "".join(filter(str.isprintable, referer)).encode("utf-8", "replace").decode()
        headers = BROWSER | {"referer": f"http://testserver/write/?{address}"}
        before = Submission.objects.count()
        answer = browser.post(self.form.action, data, headers=headers)
        if answer.status_code == 422:
            assert answer.context["form"].errors
            assert Submission.objects.count() == before
            return
        assert answer.status_code == 303
        if again:
            second = browser.post(self.form.action, data, headers=headers)
            assert second.status_code == 303
        # Sent once or twice, it is there once.
        assert Submission.objects.count() == before + 1
        kept = Submission.objects.latest("pk")
        if not kept.confirmed_at:
            assert mails_about(kept) == []
            for _click in range(1 + again):
                assert browser.post(answer.url, headers=BROWSER).status_code == 303
        assert mails_about(kept) == sorted(["team@example.org", kept.form_data["mail"]])


def mails_about(submission: Submission) -> list[str]:
    """To whom it was mailed, after everything that waits was tried."""
    while send_due():
        pass
    assert not Delivery.objects.filter(submission=submission, done_at__isnull=True).exists()
    return sorted(address for one in mail.outbox for address in one.to)
