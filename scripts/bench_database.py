"""`bench_database.py URL NAME`: make the database NAME on the server of URL, if there is such a server."""

import sys

import psycopg
from psycopg import sql

server, name = sys.argv[1].replace("postgres://", "postgresql://", 1), sys.argv[2]
try:
    with psycopg.connect(server, autocommit=True, connect_timeout=3) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
except psycopg.errors.DuplicateDatabase:
    pass
except psycopg.OperationalError as error:
    sys.exit(f"PostgreSQL is not measured: {error}")
