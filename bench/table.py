"""What every benchmark prints: where it ran, and a table of what was measured beside what was wanted."""

import os
import platform

from django.db import connection

HEAD = "| what | measured | wanted | met |\n|---|---|---|---|"


def row(name: str, value: str, limit: str, is_good: bool) -> bool:
    print(f"| {name} | {value} | {limit} | {'yes' if is_good else '**no**'} |", flush=True)
    return is_good


def environment() -> str:
    with connection.cursor() as cursor:
        asked = (
            "SHOW server_version"
            if connection.vendor == "postgresql"
            else "SELECT sqlite_version()"
        )
        cursor.execute(asked)
        version = cursor.fetchone()[0]
    return f"{connection.vendor} {version}, Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
