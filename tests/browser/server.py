"""A real server on a database of its own, filled with the demo: what `make run` starts."""

import http.client
import os
import secrets
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from shutil import copyfileobj
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent.parent
STARTS_WITHIN_SECONDS = 60


@dataclass
class Site:
    url: str
    password: str
    environment: dict[str, str]

    def manage(self, *arguments: str, **options) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
            **options,
        )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def site_on(folder: Path, database_url: str) -> Site:
    port, password = free_port(), secrets.token_urlsafe(12)
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "DATABASE_URL": database_url,
        "MEDIA_ROOT": str(folder / "media"),
        "STATIC_ROOT": str(folder / "static"),
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "DEMO_PASSWORD": password,
        "WEB_CONCURRENCY": "2",
        # What one test publishes, its next step reads, by whichever process.
        "PAGE_CACHE_SECONDS_BETWEEN_CHECKS": "0",
        # Tests write faster than people; tests/leads/test_forms.py holds the limit.
        "FORM_SECONDS": "0",
    }
    return Site(environment["SITE_URL"], password, environment)


def start(site: Site) -> subprocess.Popen:
    site.manage("collectstatic", "--noinput")
    site.manage("migrate", "--noinput")
    site.manage("demo", "start")
    return serve(site)


def second_server(site: Site, **environment: str) -> Site:
    """The same site, served by processes of their own on another port."""
    port = free_port()
    environment = site.environment | {"PORT": str(port)} | environment
    return Site(f"http://127.0.0.1:{port}", site.password, environment)


def serve(site: Site) -> subprocess.Popen:
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"],
        cwd=ROOT,
        env=site.environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    for line in process.stderr:
        sys.stderr.write(line)
        if "Listening at" in line:
            break
    # Its log goes on being read, or the server would stop at a full pipe.
    threading.Thread(target=copyfileobj, args=(process.stderr, sys.__stderr__), daemon=True).start()
    # From here on the socket holds the request until a worker takes it.
    connection = http.client.HTTPConnection(
        site.url.removeprefix("http://"), timeout=STARTS_WITHIN_SECONDS
    )
    connection.request("GET", "/health/ready")
    if connection.getresponse().status != HTTPStatus.OK:
        process.kill()
        raise RuntimeError("The server is not ready.")
    return process


class TemporaryDatabase:
    """The URL of a new database beside the one that DATABASE_URL names; gone at exit."""

    def __init__(self, folder: Path):
        self.template = os.environ.get("DATABASE_URL", "sqlite://")
        self.is_postgres = self.template.startswith("postgres")
        self.name = f"vetrina_browser_{os.getpid()}"
        self.file = folder / "site.sqlite3"

    def __enter__(self) -> str:
        if not self.is_postgres:
            return f"sqlite:///{self.file}"
        self.execute("CREATE DATABASE {}")
        return urlsplit(self.template)._replace(path=f"/{self.name}").geturl()

    def __exit__(self, *error) -> None:
        if self.is_postgres:
            self.execute("DROP DATABASE {} WITH (FORCE)")

    def execute(self, statement: str) -> None:
        server = self.template.replace("postgres://", "postgresql://", 1)
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(sql.Identifier(self.name)))


@contextmanager
def demo_site(folder: Path) -> Iterator[Site]:
    """Serve the demo from a new database until the block ends."""
    with TemporaryDatabase(folder) as database_url:
        site = site_on(folder, database_url)
        process = start(site)
        try:
            yield site
        finally:
            process.terminate()
            process.wait(timeout=30)
