"""What a load balancer asks, and what it hears when a part is gone."""

import pytest
from django.test import Client

from delivery import views


def test_a_process_that_runs_is_live_without_a_database(client):
    assert client.get("/health/live").status_code == 200


def test_a_site_with_all_its_parts_is_ready(client, db):
    response = client.get("/health/ready")
    assert response.status_code == 200
    assert response.json()["checks"] == {"database": True, "migrations": True, "cache": True}


@pytest.mark.parametrize("part", ["database_answers", "migrations_applied", "cache_answers"])
def test_a_missing_part_is_503_and_named(db, monkeypatch, part):
    def fail():
        raise OSError("gone")

    monkeypatch.setattr(views, part, fail)
    response = Client().get("/health/ready")
    assert response.status_code == 503
    assert list(response.json()["checks"].values()).count(False) == 1


def test_health_is_never_cached(client, db):
    assert "no-cache" in client.get("/health/ready")["Cache-Control"]
