"""The checks of the audit, asked of a draft before it is published: advice, never an obstacle."""

from collections.abc import Iterator

from django.db import models
from wagtail import hooks

from core.models import SitePage
from core.publishing.issues import Issue
from core.publishing.issues import Severity as Weight
from seo.audit import checks  # noqa: F401  registers them
from seo.audit.facts import Surroundings, facts_about
from seo.audit.registry import PAGE_CHECKS, Check, Hit
from seo.audit.targets import answer_of
from seo.models import Severity

# What only a page can be that readers already have.
OF_LIVE_PAGES = frozenset({"orphan", "only-listed", "stale"})


@hooks.register("publishing_advice")
def advice(record: models.Model) -> Iterator[Issue]:
    if not isinstance(record, SitePage):
        return
    # A process that lives long would remember what a link led to before.
    answer_of.cache_clear()
    for facts in facts_about([record], Surroundings.now()):
        for code, check in PAGE_CHECKS.items():
            if record.live or code not in OF_LIVE_PAGES:
                yield from (issue(check, hit) for hit in check.find(facts))


def issue(check: Check, hit: Hit) -> Issue:
    weight = Weight.INFO if check.severity == Severity.NOTICE else Weight.WARN
    message = f"{check.message} {hit.detail}" if hit.detail else str(check.message)
    return Issue(check.code, message, hit.place, weight)
