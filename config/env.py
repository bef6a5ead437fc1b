"""The one module that reads the environment, so that every variable's name, type and default stand together."""

import secrets
from hashlib import sha256
from pathlib import Path

import environ
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
CODE = {".py", ".html", ".txt", ".css", ".js", ".mo"}
NOT_RUN = {"tests", "bench"}

env = environ.Env()


def site_languages() -> list[tuple[str, object]]:
    """Return SITE_LANGUAGES as Django's LANGUAGES: the first stands at the root, each other under its prefix.

    The names are in Django's own catalogues.
    """
    codes = [code.strip().lower() for code in env.list("SITE_LANGUAGES", default=["en", "it"])]
    unknown = [code for code in codes if "name" not in LANG_INFO.get(code, {})]
    if not codes or unknown or len(codes) > len(set(codes)):
        raise ImproperlyConfigured(
            "SITE_LANGUAGES names each language of the site once, such as en,it,de. "
            f"It cannot be: {','.join(codes) or 'empty'}"
        )
    return [(code, gettext_lazy(LANG_INFO[code]["name"])) for code in codes]


def interface_languages() -> list[tuple[str, str]]:
    """Return the languages that the project's own texts are in, each with the name it gives itself."""
    translated = sorted(folder.name for folder in (BASE_DIR / "locale").iterdir())
    return [(code, LANG_INFO[code]["name_local"].capitalize()) for code in ["en", *translated]]


def database() -> dict:
    """Return Django's database settings for DATABASE_URL (default: SQLite under var/).

    SQLite is tuned for several processes: without write-ahead logging and immediate transactions,
    the editor's autosave and preview collide with "database is locked".
    """
    config = env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
                "PRAGMA mmap_size=134217728; PRAGMA cache_size=-20000"
            ),
        }
    elif config["ENGINE"].endswith("postgresql"):
        config.setdefault("OPTIONS", {})["pool"] = {
            "min_size": 1,
            "max_size": env.int("DATABASE_POOL_SIZE", default=4),
        }
        config["CONN_MAX_AGE"] = 0
    return config


def remembered_secret(name: str, length: int = 50) -> str:
    """Return the secret kept in var/<name>, made on first use: for local settings only."""
    path = VAR_DIR / name
    if not path.exists():
        VAR_DIR.mkdir(exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(length))
    return path.read_text()


def tasks_backend() -> str:
    """Return what runs tasks: TASKS is `immediate` (the default), or `database` where a worker runs."""
    known = {
        "immediate": "django_tasks.backends.immediate.ImmediateBackend",
        "database": "django_tasks_db.DatabaseBackend",
    }
    try:
        return known[env.str("TASKS", default="immediate")]
    except KeyError as error:
        raise ImproperlyConfigured("TASKS is immediate or database.") from error


def webhook() -> tuple[str, str]:
    """Return where events are posted and what signs them; without an address, nothing is posted."""
    address, secret = env.str("WEBHOOK_URL", default=""), env.str("WEBHOOK_SECRET", default="")
    if address and not address.startswith(("https://", "http://")):
        raise ImproperlyConfigured("WEBHOOK_URL begins with https:// or http://.")
    if address and not secret:
        raise ImproperlyConfigured("WEBHOOK_URL needs WEBHOOK_SECRET, which signs what is sent.")
    return address, secret


def release(root: Path = BASE_DIR) -> str:
    """Return a name for this state of the code, the same on every machine that runs it.

    Under it stands what is kept in a shared cache: a page or a record of an older release, which may name files that
    are gone or lack a field, is never found by a newer one, even while both run.
    """
    folders = [root / "templates", root / "static", root / "locale"]
    folders += {
        path.parent for path in root.glob("*/__init__.py") if path.parent.name not in NOT_RUN
    }
    digest = sha256()
    for folder in sorted(folders):
        for path in sorted(folder.rglob("*")):
            if path.suffix in CODE and path.is_file():
                digest.update(str(path.relative_to(root)).encode() + path.read_bytes())
    return digest.hexdigest()[:12]
