"""How long a page of the worksheet takes, and how many queries, however it is searched, narrowed and sorted."""

import time
from statistics import median

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from bench.metadata import add_metadata
from bench.table import row
from blog.models import BlogPostPage
from seo.desk.findings import FINDINGS

MOST_MS, MOST_QUERIES, TURNS = 300, 45, 5
ADDRESS = "/admin/seo/worksheet/pages/"


def specialist():
    """Someone of the role that is asked for here, whose rights are checked on every page."""
    user, _created = get_user_model().objects.get_or_create(username="bench-seo")
    user.groups.add(Group.objects.get(name="SEO"))
    return user


def requests() -> dict[str, dict[str, object]]:
    """What is asked for: name -> query."""
    word = Page.objects.order_by("-pk").values_list("title", flat=True)[0].split()[0]
    kind = ContentType.objects.get_for_model(BlogPostPage).pk
    last = Page.objects.count() // 25
    return {
        "first page": {},
        "last page": {"p": last},
        "search, a word": {"q": word},
        "search, nothing found": {"q": "nothing-has-this"},
        "sorted by title": {"ordering": "title"},
        "sorted by title, last page": {"ordering": "-title", "p": last},
        "sorted by change": {"ordering": "-latest_revision_created_at"},
        "posts in Italian": {"content_type": kind, "locale": "it"},
        **{f"filter {name}": {"finding": name} for name in FINDINGS},
        "three filters, search, sort": {
            "finding": ["repeated-title", "no-picture", "no-description"],
            "locale": "it",
            "q": "a",
            "ordering": "title",
        },
    }


def measure() -> list[bool]:
    """The CPU is that of this process, SQLite’s work included: what is left of the time on a machine that is busy."""
    add_metadata()
    client = Client()
    client.force_login(specialist())
    client.get(ADDRESS)
    good = []
    for name, query in requests().items():
        times, busy, count = [], [], 0
        for _turn in range(TURNS):
            with CaptureQueriesContext(connection) as queries:
                begun, worked = time.perf_counter(), time.process_time()
                response = client.get(ADDRESS, query)
                times.append((time.perf_counter() - begun) * 1000)
                busy.append((time.process_time() - worked) * 1000)
            count = len(queries)
        lines = response.context_data["page_obj"].paginator.count if response.context_data else 0
        good.append(
            row(
                f"worksheet, {name} ({lines} lines)",
                f"{median(times):.0f} ms, {median(busy):.0f} ms of CPU, {count} queries",
                f"≤ {MOST_MS} ms, ≤ {MOST_QUERIES}",
                response.status_code == 200 and median(times) <= MOST_MS and count <= MOST_QUERIES,
            )
        )
    return good
