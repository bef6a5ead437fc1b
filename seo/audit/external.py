"""Asking other sites whether an address still answers: politely, and never a machine that is not public."""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from urllib.parse import SplitResult, urljoin, urlsplit

from protego import Protego

TIMEOUT, PAUSE, MOST_HOPS = 10, 1.0, 5
LONGEST_ROBOTS = 512_000
# What some servers say to HEAD and mean to say of it, not of the page.
ASK_AGAIN = frozenset({400, 403, 404, 405, 501})
GONE = frozenset({404, 410})
NO_ANSWER = 0


def is_broken(status: int) -> bool:
    """Whether readers find nothing: a refusal of robots, such as 403 or 429, tells nothing of them."""
    return status == NO_ANSWER or status in GONE or status >= 500


def is_public(ip: str, port: int) -> bool:
    """Whether an address may be asked: neither this machine nor its neighbours, nor an unusual port."""
    address = ipaddress.ip_address(ip)
    return address.is_global and not address.is_multicast and port in (80, 443)


class PlainConnection(http.client.HTTPConnection):
    """Connects to the address that was looked at, whatever the name leads to a moment later."""

    def __init__(self, ip: str, host: str, port: int):
        super().__init__(host, port, timeout=TIMEOUT)
        self.ip = ip

    def connect(self):
        self.sock = socket.create_connection((self.ip, self.port), self.timeout)


class SecureConnection(PlainConnection):
    def connect(self):
        super().connect()
        context = ssl.create_default_context()
        self.sock = context.wrap_socket(self.sock, server_hostname=self.host)


class ForbiddenError(Exception):
    """This may not be asked: by robots.txt, or because the machine is none of the public ones."""


class Visitor:
    """Asks one address at a time, with a pause between two of the same host."""

    def __init__(
        self,
        user_agent: str,
        is_allowed: Callable[[str, int], bool] = is_public,
        pause: float = PAUSE,
    ):
        self.user_agent, self.is_allowed, self.pause = user_agent, is_allowed, pause
        self.asked: dict[str, float] = {}
        self.robots: dict[str, Protego | None] = {}

    def status(self, address: str) -> int | None:
        """Return how an address answers at last, 0 if it does not; None if it may not be asked."""
        try:
            for _hop in range(MOST_HOPS):
                parts = urlsplit(address)
                self.respect_robots(parts)
                status, location = self.ask(parts, "HEAD")
                if status in ASK_AGAIN:
                    status, location = self.ask(parts, "GET")
                if not (300 <= status < 400 and location):
                    return status
                address = urljoin(address, location)
        except ForbiddenError:
            return None
        except (OSError, http.client.HTTPException, ValueError):
            return NO_ANSWER
        return NO_ANSWER

    def ask(self, parts: SplitResult, method: str) -> tuple[int, str]:
        """Return status and Location; the body stays where it is."""
        connection, response = self.send(parts, method, path_of(parts))
        connection.close()
        return response.status, response.getheader("Location") or ""

    def send(self, parts: SplitResult, method: str, path: str):
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ForbiddenError
        port = parts.port or (443 if parts.scheme == "https" else 80)
        ip = self.public_address(parts.hostname, port)
        self.wait_for(parts.hostname)
        kind = SecureConnection if parts.scheme == "https" else PlainConnection
        connection = kind(ip, parts.hostname, port)
        headers = {"User-Agent": self.user_agent, "Accept": "*/*"}
        try:
            connection.request(method, path, headers=headers)
            return connection, connection.getresponse()
        except BaseException:
            connection.close()
            raise

    def public_address(self, host: str, port: int) -> str:
        """Look the name up once; a name with a private address among its own is not asked at all."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [str(place[0]) for *_kind, place in found]
        if not addresses or not all(self.is_allowed(ip, port) for ip in addresses):
            raise ForbiddenError
        return addresses[0]

    def wait_for(self, host: str) -> None:
        last = self.asked.get(host)
        if last is not None and (left := self.pause - (time.monotonic() - last)) > 0:
            time.sleep(left)
        self.asked[host] = time.monotonic()

    def respect_robots(self, parts: SplitResult) -> None:
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self.robots:
            self.robots[origin] = self.rules_of(parts)
        rules = self.robots[origin]
        if rules is None or not rules.can_fetch(parts.geturl(), self.user_agent):
            raise ForbiddenError

    def rules_of(self, parts: SplitResult) -> Protego | None:
        """Return what a host asks of robots; None if it cannot say so now, which means nothing is allowed."""
        connection, response = self.send(parts, "GET", "/robots.txt")
        text = response.read(LONGEST_ROBOTS) if response.status == 200 else b""
        connection.close()
        return None if response.status >= 500 else Protego.parse(text.decode(errors="replace"))


def path_of(parts: SplitResult) -> str:
    """Return what stands in a request, in the letters that HTTP knows."""
    path = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
    return "".join(one if one.isascii() and one > " " else quoted(one) for one in path)


def quoted(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode())
