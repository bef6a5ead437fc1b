"""A pass of the audit: whole, repeated, interrupted, with a constant number of queries."""

import io

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seo.audit import running
from seo.audit.running import audit, audit_pages
from seo.models import AuditedPage, AuditRun, Finding
from tests import factories
from tests.bulk import copy_post


def test_a_second_pass_replaces_what_the_first_one_found(make_page):
    page = make_page()
    type(page).objects.filter(pk=page.pk).update(body="[]")
    first = audit()
    assert Finding.objects.filter(page=page, code="thin").count() == 1
    second = audit()
    assert Finding.objects.filter(page=page, code="thin").count() == 1
    assert not Finding.objects.exclude(run=second).exists()
    assert first.counts["thin"] == second.counts["thin"]


def test_what_is_put_right_is_found_no_more(make_page):
    page = make_page(search_description="Short.")
    audit()
    assert Finding.objects.filter(page=page, code="description-short").exists()
    page.search_description = (
        "How cloth is woven by hand in our workshop, from the warp to the weft, and why."
    )
    page.save()
    audit()
    assert not Finding.objects.filter(page=page, code="description-short").exists()


def test_a_page_that_is_public_no_more_is_forgotten(make_page):
    page = make_page(search_description="Short.")
    audit()
    page.unpublish()
    audit()
    assert not Finding.objects.filter(page=page).exists()
    assert not AuditedPage.objects.filter(page=page).exists()


def test_an_interrupted_pass_goes_on_where_it_stopped(make_page, monkeypatch):
    pages = [make_page(f"Page {number}") for number in range(4)]
    monkeypatch.setattr(running, "BATCH", 2)
    done = []

    def stop_after_first(number, total):
        done.append(number)
        if len(done) == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        audit(stop_after_first)
    assert AuditRun.objects.get().finished_at is None
    run = audit(stop_after_first)
    assert run.finished_at
    assert run.pages == done[-1] == AuditedPage.objects.count()
    assert done == sorted(set(done))
    assert run.pages >= len(pages)
    assert AuditRun.objects.count() == 1


def test_a_pass_may_begin_anew(make_page):
    make_page()
    AuditRun.objects.create(last_page=10**9)
    assert audit(anew=True).pages > 0
    assert AuditRun.objects.count() == 1


def test_history_is_kept_within_bounds(db, monkeypatch):
    monkeypatch.setattr(running, "RUNS_KEPT", 2)
    runs = [audit() for _number in range(3)]
    assert list(AuditRun.objects.values_list("pk", flat=True)) == [runs[2].pk, runs[1].pk]


def test_queries_do_not_grow_with_pages(blog):
    post = factories.BlogPostPageFactory(parent=blog)
    factories.sign(post, factories.PersonFactory())
    copy_post(post, 30)
    around = running.Surroundings.now()
    keys = sorted(blog.get_children().values_list("pk", flat=True))
    run = AuditRun.objects.create()
    audit_pages(run, keys[:2], around)
    counts = []
    for some in (keys[2:7], keys[7:]):
        with CaptureQueriesContext(connection) as captured:
            audit_pages(run, some, around)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_command_says_what_it_found(make_page):
    make_page(search_description="Short.")
    out = io.StringIO()
    call_command("seo_audit", stdout=out)
    assert "3 pages, errors: 0" in out.getvalue()
    silent = io.StringIO()
    call_command("seo_audit", verbosity=0, stdout=silent)
    assert silent.getvalue() == ""
