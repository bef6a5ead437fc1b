"""A real mail server and a real receiver of webhooks, each as broken as a test wants it."""

import json
import threading
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, HTTPServer

from aiosmtpd.controller import Controller


class Mailbox:
    """Keeps what arrives; refuses the first so many."""

    def __init__(self):
        self.mails, self.refuses = [], 0

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.refuses:
            self.refuses -= 1
            return "451 Come again later"
        mail = message_from_bytes(envelope.content, policy=policy.default)
        self.mails.append((envelope.rcpt_tos, mail))
        return "250 OK"


def mail_server(port: int) -> tuple[Mailbox, Controller]:
    mailbox = Mailbox()
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    return mailbox, controller


class Receiver(HTTPServer):
    """Keeps headers and body of each request; answers the first so many with a fault."""

    def __init__(self, port: int = 0):
        super().__init__(("127.0.0.1", port), Handler)
        self.requests, self.fails = [], 0
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook"

    @property
    def accepted(self) -> list[dict]:
        return [json.loads(body) for _headers, body, status in self.requests if status == 200]


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        server = self.server
        status = 200 if server.fails <= 0 else 503
        server.fails -= 1
        server.requests.append((self.headers, body, status))
        self.send_response(status)
        self.end_headers()

    def log_message(self, *arguments):
        """Nothing: the test says what arrived."""
