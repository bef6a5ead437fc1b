"""The two full-text engines behind one interface: the one of the database that the site runs on."""

from django.db import connection

from search.engines import postgresql, sqlite
from search.engines.match import Group, Match

__all__ = ["Group", "Match", "engine"]


def engine():
    return postgresql if connection.vendor == "postgresql" else sqlite
