"""How long the parts of the sitemap take with 100,000 posts, and what memory they need beside that of the process."""

import resource
import time

from django.test import Client
from lxml import etree

from bench.table import row

MOST_SECONDS, MOST_MEGABYTES = 2.0, 40
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def peak() -> int:
    """The most memory that the process has had so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def fetch(client: Client, address: str) -> tuple[float, float]:
    """Read a file as it is sent; return its seconds, and those that this process worked on it."""
    begun, worked = time.perf_counter(), time.process_time()
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{response.status_code} for {address}")
    for _piece in response.streaming_content if response.streaming else [response.content]:
        """Nothing is kept."""
    return time.perf_counter() - begun, time.process_time() - worked


def measure() -> list[bool]:
    client = Client(headers={"host": "localhost"})
    fetch(client, "/sitemap.xml")
    before = peak()
    index = client.get("/sitemap.xml").content
    whole = fetch(client, "/sitemap.xml")
    parts = [str(place.text) for place in etree.fromstring(index).iter(f"{NAMESPACE}loc")]
    times = {part: fetch(client, part.removeprefix("http://localhost")) for part in parts}
    slowest = max(times, key=times.__getitem__)
    grown = peak() - before
    return [
        timed("sitemap index", *whole),
        timed(f"slowest of {len(parts)} parts ({slowest.rpartition('/')[2]})", *times[slowest]),
        row(
            "memory for all parts", f"{grown} MB", f"≤ {MOST_MEGABYTES} MB", grown <= MOST_MEGABYTES
        ),
    ]


def timed(name: str, seconds: float, worked: float) -> bool:
    measured = f"{seconds:.2f} s ({worked:.2f} s of work)"
    return row(name, measured, f"≤ {MOST_SECONDS} s", seconds <= MOST_SECONDS)
