"""Exit with 0 if the PostgreSQL server of a URL answers within three seconds."""

import sys

import psycopg

try:
    psycopg.connect(
        sys.argv[1].replace("postgres://", "postgresql://", 1), connect_timeout=3
    ).close()
except psycopg.Error as error:
    print(f"PostgreSQL does not answer: {error}")
    sys.exit(1)
