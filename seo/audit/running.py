"""One pass of the audit: batch by batch, so that it can stop anywhere and memory does not grow with the site."""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import islice

from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from wagtail.models import Site

from core.models import SitePage
from seo.audit import checks, site_checks  # noqa: F401  registers them
from seo.audit.addresses import ask_addresses, digest, note_links
from seo.audit.external import Visitor
from seo.audit.facts import PageFacts, Surroundings, facts_of
from seo.audit.registry import PAGE_CHECKS, SITE_CHECKS, Check, Hit
from seo.audit.targets import answer_of
from seo.models import AuditedPage, AuditRun, ExternalAddress, ExternalLink, Finding
from seo.models.audit import RUNS_KEPT

BATCH = 200
# Later, too much has changed for the rest of a pass to be worth anything.
GOES_ON_WITHIN = timedelta(hours=20)
LONGEST_TEXT = 300
Show = Callable[[int, int], None]


def no_show(done: int, total: int) -> None:
    """For whoever does not watch."""


def audit(show: Show = no_show, anew: bool = False, visitor: Visitor | None = None) -> AuditRun:
    """Look at all pages, from where an interrupted pass has stopped; with a visitor, at other sites too."""
    run = unfinished_run(anew) or AuditRun.objects.create()
    around = Surroundings.now()
    answer_of.cache_clear()
    pages = SitePage.objects.for_audit().order_by("pk").values_list("pk", flat=True)
    total = pages.count()
    while keys := list(pages.filter(pk__gt=run.last_page)[:BATCH]):
        audit_pages(run, keys, around)
        show(run.pages, max(total, run.pages))
    if visitor:
        ask_addresses(visitor, show)
    complete(run)
    return run


def visitor_of_site() -> Visitor:
    """A visitor that says whose it is."""
    site = Site.objects.get(is_default_site=True)
    return Visitor(f"LinkCheck/1.0 (+{site.root_url}/)")


def unfinished_run(anew: bool) -> AuditRun | None:
    unfinished = AuditRun.objects.filter(finished_at=None)
    since = timezone.now() - GOES_ON_WITHIN
    going_on = None if anew else unfinished.filter(started_at__gt=since).first()
    unfinished.exclude(pk=going_on and going_on.pk).delete()
    return going_on


@transaction.atomic
def audit_pages(run: AuditRun, keys: list[int], around: Surroundings) -> None:
    """Replace what was known of these pages."""
    facts = list(facts_of(keys, around))
    Finding.objects.filter(page__in=keys, code__in=PAGE_CHECKS).delete()
    Finding.objects.bulk_create(
        finding(run, check, hit, page_id=page.page.pk)
        for page in facts
        for check in PAGE_CHECKS.values()
        for hit in check.find(page)
    )
    AuditedPage.objects.bulk_create(
        [audited(run, page) for page in facts],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["run", "title_key", "description_key", "inbound"],
    )
    note_links(facts)
    run.pages, run.last_page = run.pages + len(facts), keys[-1]
    run.save(update_fields=["pages", "last_page"])


def audited(run: AuditRun, facts: PageFacts) -> AuditedPage:
    """What the page is compared by; hidden ones are compared with none."""
    texts = [
        digest(f"{facts.page.locale_id} {text.casefold()}") if facts.is_indexable else ""
        for text in (facts.title, facts.description)
    ]
    return AuditedPage(
        page_id=facts.page.pk,
        run=run,
        title_key=texts[0],
        description_key=texts[1],
        inbound=facts.inbound,
    )


def finding(run: AuditRun, check: Check, hit: Hit, **subject) -> Finding:
    return Finding(
        run=run,
        code=check.code,
        severity=check.severity,
        owner=check.owner,
        detail=hit.detail[:LONGEST_TEXT],
        place=hit.place[:LONGEST_TEXT],
        **subject,
    )


@transaction.atomic
def complete(run: AuditRun) -> None:
    """Compare all pages, and forget what this pass has not seen."""
    AuditedPage.objects.exclude(run=run).delete()
    ExternalLink.objects.exclude(page__audited__run=run).delete()
    ExternalAddress.objects.filter(links=None).delete()
    Finding.objects.filter(code__in=SITE_CHECKS).delete()
    for check in SITE_CHECKS.values():
        for some in in_batches(check.find(run)):
            Finding.objects.bulk_create(
                finding(run, check, hit, page_id=page, redirect_id=redirect)
                for hit, page, redirect in some
            )
    Finding.objects.exclude(run=run).delete()
    rows = run.findings.order_by().values_list("code").annotate(number=Count("pk"))
    run.counts, run.finished_at = dict(rows), timezone.now()
    run.save()
    kept = AuditRun.objects.values_list("pk", flat=True)[:RUNS_KEPT]
    AuditRun.objects.exclude(pk__in=list(kept)).delete()


def in_batches(some: Iterable) -> Iterator[list]:
    iterator = iter(some)
    while batch := list(islice(iterator, BATCH)):
        yield batch
