"""What a record says to search engines, live and in its draft, with a mark by which a change is noticed."""

import hashlib
import json
from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.fields.json import KT
from wagtail.models import Revision

from core.models import SeoFields

FIELDS = ("seo_title", "search_description")
Values = dict[str, str]


@dataclass(frozen=True)
class State:
    """The values of the row, and those of a draft that is not published yet, or None."""

    live: Values
    draft: Values | None = None
    is_live: bool = True

    @property
    def shown(self) -> Values:
        """What is edited: what readers’ machines get, or what they will get of a page that is not live."""
        return self.live if self.is_live or self.draft is None else self.draft

    @property
    def pending(self) -> Values:
        """What the draft of a live page will say instead, once it is published."""
        if not self.is_live or self.draft is None:
            return {}
        return {name: text for name, text in self.draft.items() if text != self.live[name]}

    @property
    def version(self) -> str:
        """Changes with any of the values; the same for the same values."""
        content = json.dumps([self.live, self.draft], sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()[:12]

    def with_values(self, values: Values) -> "State":
        draft = None if self.draft is None else self.draft | values
        return State(self.live | values, draft, self.is_live)


def state_of(record: SeoFields, draft: Values | None = None) -> State:
    live = {name: getattr(record, name) for name in FIELDS}
    return State(live, draft, getattr(record, "live", True))


def states_of(records: list | QuerySet) -> dict[int, State]:
    """The states of many records, by key, in one query more."""
    pending = {
        record.latest_revision_id: record.pk
        for record in records
        if getattr(record, "has_unpublished_changes", False) and record.latest_revision_id
    }
    drafts = {pending[revision]: values for revision, values in drafts_of(pending)}
    return {record.pk: state_of(record, drafts.get(record.pk)) for record in records}


def drafts_of(revisions):
    """Yield the key and the values of each revision; the database leaves the rest of it alone."""
    texts = {f"_{name}": KT(f"content__{name}") for name in FIELDS}
    found = Revision.objects.filter(pk__in=list(revisions)).annotate(**texts) if revisions else []
    rows = found.values_list("pk", *texts) if revisions else []
    for key, *values in rows:
        yield key, {name: text or "" for name, text in zip(FIELDS, values, strict=True)}
