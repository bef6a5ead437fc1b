"""Asking other sites: a real server on this machine, which only a test may ask."""

import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from seo.audit.external import Visitor, is_broken, is_public
from seo.audit.running import audit
from seo.models import ExternalAddress, ExternalLink, Finding
from tests.seo.audit.conftest import text

ANSWERS = {"/fine": 200, "/gone": 410, "/broken": 500, "/shy": 403, "/no-head": 405}


class Handler(BaseHTTPRequestHandler):
    def answer(self):
        self.server.seen.append((self.command, self.path, self.headers["User-Agent"]))
        if self.path == "/robots.txt":
            body = b"User-agent: *\nDisallow: /closed\n"
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return
        if self.path.startswith("/moved"):
            self.send_response(301)
            self.send_header("Location", self.path.removeprefix("/moved") or "/moved")
        else:
            status = ANSWERS.get(self.path, 404)
            is_get = self.command == "GET" and status == 405
            self.send_response(200 if is_get else status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = answer  # noqa: N815

    def log_message(self, *words):
        """Silent."""


@pytest.fixture
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.seen = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def root(server) -> str:
    return f"http://127.0.0.1:{server.server_port}"


@pytest.fixture
def visitor() -> Visitor:
    return Visitor("LinkCheck (+https://example.org/)", lambda ip, port: True, pause=0)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/fine", 200),
        ("/gone", 410),
        ("/missing", 404),
        ("/shy", 403),
        ("/no-head", 200),
        ("/moved/fine", 200),
        ("/moved/gone", 410),
        ("/moved", 0),
        ("/closed", None),
        ("/città e altro", 404),
    ],
)
def test_how_an_address_answers(visitor, root, path, status):
    assert visitor.status(root + path) == status


def test_the_visitor_says_who_it_is_and_asks_with_head_first(visitor, server, root):
    visitor.status(f"{root}/fine")
    assert {agent for _method, _path, agent in server.seen} == {"LinkCheck (+https://example.org/)"}
    assert [(method, path) for method, path, _agent in server.seen] == [
        ("GET", "/robots.txt"),
        ("HEAD", "/fine"),
    ]


def test_robots_txt_is_asked_for_once(visitor, server, root):
    visitor.status(f"{root}/fine"), visitor.status(f"{root}/gone")
    paths = Counter(path for _method, path, _agent in server.seen)
    assert paths["/robots.txt"] == 1


def test_what_does_not_answer_is_broken(visitor):
    assert visitor.status("http://127.0.0.1:1/") == 0
    assert visitor.status("http://no-such-name.invalid/") == 0


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://192.168.1.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "http:///nowhere",
    ],
)
def test_nothing_that_is_not_public_is_ever_asked(address, monkeypatch):
    def connect(*args, **kwargs):
        raise AssertionError("It was asked.")

    monkeypatch.setattr("seo.audit.external.socket.create_connection", connect)
    assert Visitor("LinkCheck").status(address) is None


def test_a_redirect_to_a_private_machine_is_not_followed(server, root):
    port = server.server_port
    allowed = Visitor("LinkCheck", lambda ip, asked: asked == port, pause=0)
    server.RequestHandlerClass = type(
        "Leading",
        (Handler,),
        {
            "do_HEAD": lambda self: (
                self.send_response(302),
                self.send_header("Location", "http://127.0.0.1:1/"),
                self.end_headers(),
            )
        },
    )
    assert allowed.status(f"{root}/fine") is None


@pytest.mark.parametrize(
    ("ip", "port", "may"),
    [
        ("93.184.216.34", 443, True),
        ("93.184.216.34", 22, False),
        ("127.0.0.1", 80, False),
        ("224.0.0.1", 80, False),
    ],
)
def test_which_machines_may_be_asked(ip, port, may):
    assert is_public(ip, port) is may


def test_a_refusal_of_robots_is_no_fault():
    assert [
        status for status in (0, 200, 301, 401, 403, 404, 410, 429, 500) if is_broken(status)
    ] == [
        0,
        404,
        410,
        500,
    ]


def linking(root: str) -> list[dict]:
    return [text(f'<p><a href="{root}/fine">f</a> <a href="{root}/gone">g</a></p>')]


def test_a_link_to_what_is_gone_elsewhere_is_found(make_page, visitor, root):
    page = make_page("Linking", linking(root))
    audit(visitor=visitor)
    findings = Finding.objects.filter(code="external-broken")
    assert [(one.page_id, one.detail) for one in findings] == [(page.pk, f"{root}/gone")]


def test_an_address_is_asked_once_a_week(make_page, visitor, server, root):
    make_page("Linking", linking(root)), make_page("Linking too", linking(root))
    audit(visitor=visitor)
    audit(visitor=visitor)
    asked = Counter(path for _method, path, _agent in server.seen)
    assert asked == {"/robots.txt": 1, "/fine": 1, "/gone": 1}
    # What was learnt is still known without asking.
    audit()
    assert Finding.objects.filter(code="external-broken").count() == 2


def test_addresses_that_nobody_links_to_any_more_are_forgotten(make_page, root):
    page = make_page("Linking", linking(root))
    audit()
    assert ExternalAddress.objects.count() == 2
    page.body = []
    page.save()
    audit()
    assert not ExternalAddress.objects.exists()
    assert not ExternalLink.objects.exists()
