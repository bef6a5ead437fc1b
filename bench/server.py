"""A server of the measurement’s own, as production runs it, and one question to it."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings

FOLDER = Path(settings.VAR_DIR) / "bench"
STARTS_WITHIN_SECONDS = 120

Address = tuple[str, int]


@contextmanager
def server() -> Iterator[Address]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "STATIC_ROOT": str(FOLDER / "static"),
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "WEB_CONCURRENCY": "2",
        "SEARCH_LIMIT": "0",
    }
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
        env=environment,
        check=True,
    )
    # Into a file: a full pipe that nobody reads would stop the server.
    with (FOLDER / "server.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py", "config.wsgi"],
            env=environment,
            stderr=log,
        )
        try:
            wait_for("127.0.0.1", port)
            yield "127.0.0.1", port
        finally:
            process.terminate()
            process.wait(timeout=60)


def wait_for(host: str, port: int) -> None:
    until = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < until:
        try:
            ask((host, port), "/health/ready")
        except ConnectionRefusedError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("The server does not answer; see var/bench/server.log")


def ask(address: Address, path: str, **query: str) -> tuple[float, int]:
    """Return how many milliseconds an answer took, and its size in bytes."""
    client = http.client.HTTPConnection(*address, timeout=60)
    begun = time.perf_counter()
    client.request("GET", f"{path}?{urlencode(query)}")
    response = client.getresponse()
    size = len(response.read())
    elapsed = (time.perf_counter() - begun) * 1000
    client.close()
    if response.status != http.client.OK:
        raise RuntimeError(f"{response.status} for {path} {query}")
    return elapsed, size
