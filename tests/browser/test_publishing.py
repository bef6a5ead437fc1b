"""Readers of several servers during publishes: nobody sees a page older than a second, nobody an error."""

import http.client
import re
import subprocess
import sys
import threading
import time
from urllib.parse import urlsplit

import pytest

from tests.browser.server import ROOT, second_server, serve

READERS, PUBLISHES = 20, 20
ADDRESSES = ["/blog/", "/"]
# Says the moment at which each title could be read by others, on a clock that all processes share.
PUBLISH = f"""
import time
from blog.models import BlogIndexPage, BlogPostPage
blog = BlogIndexPage.objects.get(locale__language_code="en")
post = BlogPostPage.objects.listed().child_of(blog).defer(None).first()
for number in range(1, {PUBLISHES} + 1):
    post.title = f"Number {{number:03}} of the day"
    post.save_revision().publish()
    print(number, time.time(), flush=True)
print("end", flush=True)
"""
NUMBER = re.compile(rb"Number (\d{3}) of the day")

pytestmark = pytest.mark.writes


@pytest.fixture(scope="module")
def other_server(site):
    """Asks as seldom as it does in production."""
    other = second_server(site, PAGE_CACHE_SECONDS_BETWEEN_CHECKS="0.5")
    process = serve(other)
    yield other
    process.terminate()
    process.wait(timeout=30)


def read(url: str) -> tuple[int, int]:
    """Return the status and the newest number on the page, 0 for none."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=60)
    connection.request("GET", parts.path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, max(map(int, NUMBER.findall(body)), default=0)


def test_no_reader_of_any_server_sees_what_is_a_second_old(site, other_server):
    seen, published, ended = [], [], threading.Event()
    urls = [server.url + address for server in (site, other_server) for address in ADDRESSES]
    for url in urls:
        read(url)

    def keep_reading(place: int) -> None:
        while not ended.is_set():
            url, begun = urls[place % len(urls)], time.time()
            seen.append((begun, url, *read(url)))

    readers = [threading.Thread(target=keep_reading, args=(place,)) for place in range(READERS)]
    publisher = subprocess.Popen(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", PUBLISH],
        cwd=ROOT,
        env=site.environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    for reader in readers:
        reader.start()
    for line in publisher.stdout:
        if line.strip() == "end":
            break
        number, moment = line.split()
        published.append((int(number), float(moment)))
    # Until each reader has begun to read a second after the last one.
    late = published[-1][1] + 1
    while min(max((one[0] for one in seen if one[1] == url), default=0) for url in urls) < late:
        assert publisher.wait(60) == 0
        ended.wait(0.1)
    ended.set()
    for reader in readers:
        reader.join(60)

    assert len(published) == PUBLISHES
    assert {status for _begun, _url, status, _number in seen} == {200}
    assert len(seen) >= 200
    old = [
        (url, number, due)
        for begun, url, _status, number in seen
        if number < (due := max((n for n, at in published if at + 1 <= begun), default=0))
    ]
    assert old == []
    assert {number for _begun, _url, _status, number in seen if number} > {PUBLISHES}
