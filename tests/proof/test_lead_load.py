"""Two hundred people send the same form at the same moment, each with a double click, to a real server on either
database: each message is kept, once (`make proof`)."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest

from tests.browser.server import TemporaryDatabase, serve, site_on

SENDERS = 200
DATABASES = {
    "sqlite": "sqlite://",
    "postgresql": os.environ.get(
        "TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/postgres"
    ),
}
MAKE_FORM = """
from home.models import HomePage
from tests.leads.forms import make_form
home = HomePage.objects.get(locale__language_code="en")
print(make_form(home, notified="team@example.org").action)
"""
COUNT = """
from leads.models import Delivery, Submission
found = Submission.objects.confirmed()
print(Submission.objects.count(), found.values("form_data__name").distinct().count(), Delivery.objects.count())
"""


class NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, req, fp, code, msg, headers, newurl):
        return None


opener = build_opener(NoRedirects)


def status_of(request: Request) -> int:
    try:
        with opener.open(request, timeout=120) as response:
            return response.status
    except HTTPError as answer:
        return answer.code


@pytest.mark.parametrize("database", DATABASES)
def test_all_are_kept_once(tmp_path, monkeypatch, database):
    monkeypatch.setenv("DATABASE_URL", DATABASES[database])
    with TemporaryDatabase(tmp_path) as database_url:
        site = site_on(tmp_path, database_url)
        site.environment |= {"FORM_LIMIT": "0", "WEB_CONCURRENCY": "4"}
        site.manage("collectstatic", "--noinput")
        site.manage("migrate", "--noinput")
        action = site.manage("shell", "-v", "0", "-c", MAKE_FORM).stdout.strip()
        process = serve(site)
        try:
            codes = send_all(site.url, f"{site.url}{action}")
        finally:
            process.terminate()
            process.wait(timeout=30)
        assert codes == [303] * SENDERS * 2
        kept = site.manage("shell", "-v", "0", "-c", COUNT).stdout.split()
    assert kept == [str(SENDERS)] * 3


def send_all(origin: str, action: str) -> list[int]:
    def ticket(_number: int) -> str:
        with opener.open(f"{origin}/forms/ticket/", timeout=60) as response:
            return json.load(response)["ticket"]

    def post(number: int) -> int:
        sender = number % SENDERS
        answers = {"name": f"Sender {sender}", "email": f"sender{sender}@example.org"}
        data = urlencode({**answers, "message": "At once.", "form-ticket": tickets[sender]})
        headers = {"Origin": origin, "Sec-Fetch-Site": "same-origin"}
        return status_of(Request(action, data.encode(), headers))  # noqa: S310

    with ThreadPoolExecutor(SENDERS) as senders:
        tickets = list(senders.map(ticket, range(SENDERS)))
        return list(senders.map(post, range(2 * SENDERS)))
