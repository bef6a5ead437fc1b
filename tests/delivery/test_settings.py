"""Production is safe by itself, and says what it needs."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.env import database, env, tasks_backend

NEEDED = {"SECRET_KEY": "x1" * 40, "ALLOWED_HOSTS": "www.example.org"}


def check(environment: dict) -> subprocess.CompletedProcess:
    inherited = {key: value for key, value in os.environ.items() if key not in NEEDED}
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        env=inherited | {"DJANGO_SETTINGS_MODULE": "config.settings.production"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", NEEDED)
def test_production_does_not_start_without(missing):
    result = check({key: value for key, value in NEEDED.items() if key != missing})
    assert result.returncode != 0
    assert missing in result.stderr


def test_production_starts_with_what_it_needs():
    assert check(NEEDED).returncode == 0


def test_a_pool_and_an_immediate_transaction_are_set_up(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://user:secret@db:5432/site")
    assert database()["OPTIONS"]["pool"]["max_size"] == 4
    assert database()["CONN_MAX_AGE"] == 0
    monkeypatch.setenv("DATABASE_URL", "sqlite:///site.sqlite3")
    assert database()["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_redis_is_the_cache_when_an_address_says_so(monkeypatch):
    monkeypatch.setenv("CACHE_URL", "redis://127.0.0.1:6379/3")
    assert env.cache_url("CACHE_URL")["BACKEND"] == "django.core.cache.backends.redis.RedisCache"


def test_tasks_run_on_the_spot_or_by_a_worker(monkeypatch):
    assert tasks_backend().endswith("ImmediateBackend")
    monkeypatch.setenv("TASKS", "database")
    assert tasks_backend().endswith("DatabaseBackend")
    monkeypatch.setenv("TASKS", "celery")
    with pytest.raises(ImproperlyConfigured, match="immediate or database"):
        tasks_backend()
