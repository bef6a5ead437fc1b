"""Nobody gets a letter without having said so twice, and nobody learns who does."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import signing
from django.utils import timezone

from leads.models import Delivery, Subscription, SubscriptionEvent
from leads.models.subscription import Status
from leads.newsletter.tokens import leave_url
from leads.outbox.sending import send_due
from leads.retention import delete_overdue
from tests import factories
from tests.leads.forms import BROWSER, ticket

SIGN_UP = "/forms/newsletter/sign-up/"
LINK = re.compile(r"http://localhost(/\S+)")


def sign_up(client, email="ada@example.org", address=SIGN_UP, **extra):
    data = {"email": email, "form-ticket": ticket()} | extra
    return client.post(address, data, headers=BROWSER)


def link_of(mailbox, number: int = -1) -> str:
    return LINK.search(mailbox.mails[number][1].get_body(("plain",)).get_content())[1]


@pytest.fixture
def subscriber(client, home, mailbox):
    sign_up(client)
    send_due()
    client.post(link_of(mailbox))
    return Subscription.objects.get()


def test_who_confirms_is_on_the_list(client, home, mailbox, receiver):
    response = sign_up(client, "Ada@Example.org")
    assert (response.status_code, response.url) == (303, "/forms/newsletter/sent/")
    assert Subscription.objects.get().status == Status.PENDING
    send_due()
    link = link_of(mailbox)
    # A program that looks at links confirms nothing.
    assert "Confirm" in client.get(link).content.decode()
    assert Subscription.objects.get().status == Status.PENDING
    for _time in range(2):
        assert client.post(link).url == "/forms/newsletter/done/"
    subscription = Subscription.objects.get()
    assert (subscription.email, subscription.status) == ("ada@example.org", Status.CONFIRMED)
    send_due()
    assert len(mailbox.mails) == 2
    assert [event["type"] for event in receiver.accepted] == ["newsletter.confirmed"]


def test_one_click_leaves_and_the_mail_program_may_make_it(client, subscriber, mailbox, receiver):
    send_due()
    mail = mailbox.mails[-1][1]
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = LINK.search(mail["List-Unsubscribe"].strip("<>"))[1]
    client.get(link)
    assert Subscription.objects.get().status == Status.CONFIRMED
    # As RFC 8058 has it: from somewhere else, without cookie and origin.
    for _time in range(2):
        assert client.post(link, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Subscription.objects.get().status == Status.LEFT
    send_due()
    assert [event["type"] for event in receiver.accepted] == ["newsletter.left"]
    assert receiver.accepted[0]["data"]["email"] == "ada@example.org"


def test_the_steps_prove_what_was_agreed_to(client, home, mailbox):
    page = factories.ContentPageFactory(
        parent=home, body=[("newsletter", {"title": "Letters", "wording": "Send me letters."})]
    )
    html = BeautifulSoup(client.get(page.url).content, "html.parser")
    assert "Send me letters." in html.main.get_text()
    wording = html.find("input", {"name": "wording"})["value"]
    sign_up(client, wording=wording)
    send_due()
    client.post(link_of(mailbox))
    steps = list(SubscriptionEvent.objects.values_list("kind", "wording"))
    assert steps == [("requested", "Send me letters."), ("confirmed", "")]


def test_a_forged_wording_is_no_proof(client, home):
    sign_up(client, wording="Send me everything.:forged")
    assert SubscriptionEvent.objects.get().wording.startswith("Yes, write to me.")


def test_the_answer_is_the_same_for_who_is_on_the_list(client, subscriber):
    known, unknown = sign_up(client), sign_up(client, "bea@example.org")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert Subscription.objects.get(email="ada@example.org").status == Status.CONFIRMED


def test_who_left_may_come_back_and_no_old_link_brings_them(client, subscriber, mailbox):
    old = link_of(mailbox, 0)
    client.post(leave_url(subscriber).removeprefix("http://localhost"))
    client.post(old)
    assert Subscription.objects.get().status == Status.LEFT
    sign_up(client)
    send_due()
    client.post(link_of(mailbox))
    assert Subscription.objects.get().status == Status.CONFIRMED


def test_nobody_can_have_an_address_flooded(client, home):
    for _time in range(5):
        assert sign_up(client).status_code == 303
    assert Delivery.objects.count() == 3


def test_without_a_ticket_one_more_click_is_asked_for(client, home):
    response = sign_up(client, **{"form-ticket": ""})
    html = BeautifulSoup(response.content, "html.parser")
    assert not Subscription.objects.exists()
    step = {field["name"]: field["value"] for field in html.main.select("input[type=hidden]")}
    assert client.post(SIGN_UP, step, headers=BROWSER).url == "/forms/newsletter/sent/"
    # It is good for this address alone.
    other = step | {"email": "bea@example.org"}
    assert client.post(SIGN_UP, other, headers=BROWSER).status_code == 200
    assert Subscription.objects.count() == 1


@pytest.mark.parametrize(
    "email",
    [
        "",
        "ada",
        "ada@example.org\nBcc: x@example.org",
        "a" * 250 + "@x.org",
        "a\x00@x.org",
        f"a@{'ü' * 58}.org",
    ],
)
def test_what_is_no_address_comes_back(client, home, email):
    response = sign_up(client, email)
    assert response.status_code == 422
    assert "error-summary" in response.content.decode()


@pytest.mark.parametrize("link", ["confirm/nonsense/", "confirm/WzEsIngiXQ:1:x/"])
def test_a_link_that_is_not_ours_says_so(client, home, link):
    assert client.get(f"/forms/newsletter/{link}").status_code == 410


def test_a_link_for_one_thing_does_not_do_another(client, subscriber, mailbox):
    signed = link_of(mailbox, 0).split("/")[-2]
    client.post(f"/forms/newsletter/leave/{signed}/")
    assert Subscription.objects.get().status == Status.CONFIRMED


def test_a_sign_up_in_italian_is_answered_in_italian(client, italian_home, mailbox):
    assert sign_up(client, address=f"/it{SIGN_UP}").url == "/it/forms/newsletter/sent/"
    send_due()
    assert mailbox.mails[0][1]["Subject"].startswith("Conferma")
    assert link_of(mailbox).startswith("/it/")


def test_who_never_confirms_is_forgotten(client, subscriber):
    sign_up(client, "bea@example.org")
    Subscription.objects.update(requested_at=timezone.now() - timedelta(days=8))
    delete_overdue()
    assert [one.email for one in Subscription.objects.all()] == ["ada@example.org"]
    Subscription.objects.update(status=Status.LEFT, left_at=timezone.now() - timedelta(days=366))
    delete_overdue()
    assert not Subscription.objects.exists()


def test_a_link_of_somebody_whose_data_is_gone_says_that_nothing_comes(client, subscriber):
    link = leave_url(subscriber).removeprefix("http://localhost")
    subscriber.delete()
    assert "no more letters" in client.get(link).content.decode()


def test_tokens_hold_no_secret_and_cannot_be_made(client, subscriber):
    forged = signing.dumps(
        [subscriber.pk, subscriber.email], key="other", salt="leads.newsletter.leave"
    )
    client.post(f"/forms/newsletter/leave/{forged}/")
    assert Subscription.objects.get().status == Status.CONFIRMED
