"""`make run` is all that a site needs: what is sent by a form of the demo leaves as mail, and ctrl-C ends everything
(`make proof`)."""

import os
import re
import signal
import subprocess
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage
from queue import Queue

import pytest
import requests
from aiosmtpd.controller import Controller

from tests.browser.server import ROOT, free_port, site_on
from tests.leads.receivers import Mailbox

STARTS_WITHIN_SECONDS = 180
ENDS_WITHIN_SECONDS = 30
FORM = re.compile(r'action="(/forms/\d+/)"')


class Post(Mailbox):
    """A mail server whose mails one can wait for."""

    def __init__(self):
        super().__init__()
        self.arrivals: Queue[tuple[list[str], EmailMessage]] = Queue()

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        answer = await super().handle_DATA(server, session, envelope)
        self.arrivals.put(self.mails[-1])
        return answer


@pytest.fixture
def post():
    controller = Controller(Post(), hostname="127.0.0.1", port=free_port())
    controller.start()
    yield controller
    controller.stop()


def test_a_message_leaves_and_nothing_runs_on(tmp_path, post):
    site = site_on(tmp_path, f"sqlite:///{tmp_path}/site.sqlite3")
    environment = site.environment | {
        "EMAIL_URL": f"smtp://127.0.0.1:{post.port}",
        "PRIVATE_ROOT": str(tmp_path / "private"),
    }
    # `scripts/run` looks for them where `make run` keeps them.
    del environment["STATIC_ROOT"]
    server = subprocess.Popen(
        ["scripts/run"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # As a terminal has it: ctrl-C reaches all of the group.
        start_new_session=True,
    )
    try:
        with ThreadPoolExecutor(1) as reader:
            ready = reader.submit(lambda: any("Listening at" in line for line in server.stdout))
            assert ready.result(timeout=STARTS_WITHIN_SECONDS)
        send(site.url)
        arrived = [post.handler.arrivals.get(timeout=ENDS_WITHIN_SECONDS) for _mail in range(2)]
        mails = {recipients[0]: mail for recipients, mail in arrived}
        assert set(mails) == {"telaio@example.org", "ada@example.org"}
        assert "A loom that hums." in mails["telaio@example.org"].as_string()
        os.killpg(server.pid, signal.SIGINT)
        # The pipe is closed once everyone has ended who could write to it.
        server.communicate(timeout=ENDS_WITHIN_SECONDS)
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)


def send(site: str) -> None:
    """As a browser without script does: the form, and one more click."""
    headers = {"Origin": site, "Sec-Fetch-Site": "same-origin"}
    answers = {
        "name": "Ada",
        "email": "ada@example.org",
        "about": "Something to be mended",
        "message": "A loom that hums.",
        "consent": "on",
    }
    browser = requests.Session()
    page = browser.get(f"{site}/write-to-us/", timeout=60)
    action = FORM.search(page.text)[1]
    step = browser.post(f"{site}{action}", answers, headers=headers, timeout=60)
    assert "/confirm/" in step.url
    assert browser.post(step.url, headers=headers, timeout=60).url.endswith("/thanks/")
