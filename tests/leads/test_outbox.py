"""Mails and webhooks leave by real servers: each once, however often a server fails first."""

import base64
import hmac
import subprocess
import sys
from datetime import timedelta
from hashlib import sha256

import pytest
from django.core.management import call_command
from django.utils import timezone

from leads.models import Delivery, Submission
from leads.models.outbox import BACK_OFF, Kind
from leads.outbox.sending import attempt, send_due
from tests.leads.forms import ANSWERS, make_form, send


def later() -> None:
    """As if the time until the next attempt had passed."""
    Delivery.objects.waiting().update(due_at=timezone.now())


def test_team_and_sender_are_written_to_as_text_and_html(client, form, mailbox):
    send(client, form, ANSWERS | {"name": "Ada <b>", "message": "Two looms.\nSoon."})
    send_due()
    by_recipient = {recipients[0]: mail for recipients, mail in mailbox.mails}
    assert set(by_recipient) == {"team@example.org", "second@example.org", "ada@example.org"}
    mail = by_recipient["team@example.org"]
    assert mail["Subject"] == "New message: Write to us"
    assert mail["Reply-To"] == "ada@example.org"
    text, html = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert "Name: Ada <b>" in text
    assert "Ada &lt;b&gt;" in html
    assert "Two looms.<br>Soon." in html
    assert f"/admin/forms/submissions/{form.pk}/" in text


def test_the_confirmation_repeats_nothing_that_a_stranger_wrote(client, form, mailbox):
    form.confirmation = "We answer soon."
    form.save()
    send(client, form)
    send_due()
    mail = next(mail for to, mail in mailbox.mails if to == ["ada@example.org"])
    for kind in ("plain", "html"):
        words = mail.get_body((kind,)).get_content()
        assert "We answer soon." in words
        assert ANSWERS["message"] not in words


def test_no_answer_becomes_a_header(client, form, mailbox):
    """Whatever the sender writes: in a line, in the long text, or as an address with strange letters in it."""
    forged = "Ada\r\nBcc: all@example.org\r\n\r\nBuy"
    answers = {"name": forged, "message": forged, "email": '"a,all@example.org"@example.org'}
    assert send(client, form, answers).status_code == 303
    send_due()
    assert len(mailbox.mails) == 3
    for recipients, mail in mailbox.mails:
        assert recipients != ["all@example.org"]
        assert len(recipients) == 1
        assert mail["Bcc"] is None
        assert not mail.defects


def test_mails_speak_the_language_of_the_page(client, italian_home, mailbox):
    page = make_form(italian_home, title="Scrivici", notified="team@example.org")
    send(client, page)
    send_due()
    assert mailbox.mails[0][1]["Subject"] == "Nuovo messaggio: Scrivici"
    assert (
        "Tutti i messaggi di questo modulo"
        in mailbox.mails[0][1].get_body(("plain",)).get_content()
    )


def test_one_address_is_not_written_to_more_than_three_times_a_day(client, home, form, mailbox):
    for number in range(5):
        send(client, form, ANSWERS | {"message": f"Message {number}"})
    assert Delivery.objects.filter(kind=Kind.CONFIRMATION).count() == 3
    assert Delivery.objects.filter(kind=Kind.NOTIFICATION).count() == 10


def test_a_mail_server_that_is_down_loses_nothing(client, form, settings, mailbox):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 9
    assert send(client, form).url.endswith("/thanks/")
    assert send_due() == 3
    assert Submission.objects.count() == 1
    assert Delivery.objects.waiting().count() == 3
    assert "ConnectionRefused" in Delivery.objects.first().error
    # Not again before its time.
    assert send_due() == 0
    settings.EMAIL_PORT = port
    mailbox.refuses = 1
    later()
    send_due()
    later()
    send_due()
    assert sorted(to[0] for to, _mail in mailbox.mails) == [
        "ada@example.org",
        "second@example.org",
        "team@example.org",
    ]
    assert not Delivery.objects.waiting().exists()


def test_a_webhook_is_tried_until_it_is_taken_and_then_no_more(client, home, receiver):
    receiver.fails = 2
    send(client, make_form(home))
    for _time in range(5):
        send_due()
        later()
    assert [status for _headers, _body, status in receiver.requests] == [503, 503, 200]
    ids = {headers["webhook-id"] for headers, _body, _status in receiver.requests}
    assert ids == {str(Delivery.objects.get().pk)}
    (event,) = receiver.accepted
    assert event["type"] == "form.submitted"
    assert event["data"]["answers"] == ANSWERS


def test_a_webhook_that_is_down_loses_nothing(client, home, receiver, settings):
    url, settings.WEBHOOK_URL = settings.WEBHOOK_URL, "http://127.0.0.1:9/"
    assert send(client, make_form(home)).url.endswith("/thanks/")
    assert send_due() == 1
    assert Submission.objects.get().form_data == ANSWERS
    assert "Connection refused" in Delivery.objects.waiting().get().error
    settings.WEBHOOK_URL = url
    later()
    send_due()
    assert [event["data"]["answers"] for event in receiver.accepted] == [ANSWERS]


def test_a_receiver_can_check_who_has_sent_a_webhook(client, home, receiver):
    send(client, make_form(home))
    send_due()
    headers, body, _status = receiver.requests[0]
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.digest(b"secret of the test", signed, sha256)).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    assert abs(int(headers["webhook-timestamp"]) - timezone.now().timestamp()) < 60


def test_the_waits_grow_and_end(client, home, settings):
    settings.WEBHOOK_URL, settings.WEBHOOK_SECRET = "http://127.0.0.1:9/", "secret"
    send(client, make_form(home))
    waits = []
    for _time in range(len(BACK_OFF)):
        send_due()
        waits.append(round((Delivery.objects.get().due_at - timezone.now()) / timedelta(minutes=1)))
        later()
    assert waits == list(BACK_OFF)
    send_due()
    delivery = Delivery.objects.get()
    assert delivery.given_up_at
    assert send_due() == 0


def test_two_that_try_at_once_send_it_once(client, home, receiver):
    send(client, make_form(home))
    mine, theirs = Delivery.objects.get(), Delivery.objects.get()
    assert attempt(mine)
    assert not attempt(theirs)
    assert len(receiver.requests) == 1


def test_who_dies_while_sending_leaves_it_to_the_next(client, home, receiver):
    send(client, make_form(home))
    assert Delivery.objects.get().claim()
    assert send_due() == 0
    later()
    assert send_due() == 1


@pytest.mark.parametrize("status", [301, 307])
def test_a_webhook_follows_nobody_elsewhere(client, home, receiver, monkeypatch, status):
    monkeypatch.setattr(
        receiver.RequestHandlerClass,
        "do_POST",
        lambda self: (
            self.send_response(status),
            self.send_header("Location", "http://127.0.0.1:9/"),
            self.end_headers(),
        ),
    )
    send(client, make_form(home))
    send_due()
    assert Delivery.objects.get().error.startswith("HTTPError: HTTP Error")


def test_the_command_sends_what_is_due(client, form, mailbox):
    send(client, form)
    call_command("work")
    assert len(mailbox.mails) == 3


def test_what_works_beside_a_server_ends_with_it():
    """Also with one that was stopped while it started; whoever writes to the pipe has ended once it is closed."""
    start = f"{sys.executable} manage.py work --watch --beside $$ & echo started"
    assert subprocess.check_output(["sh", "-c", start], text=True, timeout=30) == "started\n"
