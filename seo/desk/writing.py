"""Changing what search engines are told of a record: its row and its draft apart, nothing else of either."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log, registry
from wagtail.models import Page, Revision

from core.models import SitePage
from seo.desk.sheets import Sheet
from seo.desk.state import FIELDS, State, Values, states_of

ACTION = "seo.metadata"


class RefusedError(Exception):
    """This user may not change the record now; says why, in a sentence for editors."""


class ChangedError(Exception):
    """Somebody has changed the record since it was read; `state` is what it says now."""

    def __init__(self, state: State):
        super().__init__(_("Somebody has changed it since you opened this list."))
        self.state = state


@transaction.atomic
def change(sheet: Sheet, key: int, user, values: Values, version: str):
    """Write the values and return the entry in the history; None if nothing is new."""
    record = locked(sheet, key, user)
    before = states_of([record])[record.pk]
    values = cleaned(sheet, values)
    after = before.with_values(values)
    if after == before:
        return None
    if before.version != version:
        raise ChangedError(before)
    return put(sheet, record, before, after, user)


@transaction.atomic
def undo(sheet: Sheet, key: int, user, entry_key: int):
    """Put back what an entry of the history has changed, if it still says so; return the new entry."""
    record = locked(sheet, key, user)
    entry = registry.get_logs_for_instance(record).filter(pk=entry_key, action=ACTION).first()
    if entry is None:
        raise RefusedError(_("There is nothing to undo here."))
    now = states_of([record])[record.pk]
    before = State(entry.data["before"], entry.data["draft_before"], now.is_live)
    if entry.data["version"] != now.version:
        raise ChangedError(now)
    return put(sheet, record, now, before, user)


def locked(sheet: Sheet, key: int, user):
    """Return the record as it is now, held until the transaction ends, if this user may change it."""
    # The row alone: what is joined to it nobody else can lock in another order.
    held = sheet.model._base_manager.select_for_update().filter(pk=key).first()
    if held is None or not sheet.editable(user).filter(pk=key).exists():
        raise RefusedError(_("You may not change this."))
    record = held.specific if sheet.holds_pages else held
    if getattr(record, "live", True) and not sheet.may_change_what_is_live(user, record):
        raise RefusedError(_("You may not change what is public here."))
    lock = record.get_lock() if sheet.has_drafts else None
    if lock and lock.for_user(user):
        raise RefusedError(_("It is locked: %(reason)s") % {"reason": lock.get_message(user)})
    return record


def cleaned(sheet: Sheet, values: Values) -> Values:
    """Return the values in one line each; raise ValidationError by field for what cannot be stored."""
    clean, errors = {}, {}
    for name in FIELDS:
        if name in values:
            clean[name] = " ".join(values[name].split())
            try:
                sheet.model._meta.get_field(name).clean(clean[name], None)
            except ValidationError as error:
                errors[name] = error
    if errors:
        raise ValidationError(errors)
    return clean


def put(sheet: Sheet, record, before: State, after: State, user):
    """Write a state to the row and to a new revision of the draft, and note it in the history."""
    changed = [name for name in FIELDS if after.live[name] != before.live[name]]
    for name in changed:
        setattr(record, name, after.live[name])
    revision, kept = None, []
    if sheet.has_drafts:
        revision, kept = keep_revision(record, after, user)
        keep_revision_in_review(record, after)
    # What is public renews the site’s version by its signal, drafts do not.
    clean = {"clean": False} if sheet.holds_pages else {}
    record.save(update_fields=[*changed, *kept], **clean)
    if sheet.holds_pages and record.live:
        follow_with_aliases(record, changed)
    return log(
        instance=record,
        action=ACTION,
        user=user,
        revision=revision,
        content_changed=True,
        data={
            "before": before.live,
            "draft_before": before.draft,
            "after": after.live,
            "draft_after": after.draft,
            "version": after.version,
        },
    )


def keep_revision(record, after: State, user) -> tuple[Revision, list[str]]:
    """Let the next who opens the editor start from this; return the revision and the fields that name it."""
    pending = record.latest_revision if after.draft is not None else None
    # The draft as it was stored, so that nothing of it changes by being read; else what is public.
    content = pending.content | after.draft if pending else record.serializable_data()
    revision = Revision.objects.create(
        content_object=record,
        base_content_type=record.get_base_content_type(),
        user=user,
        content=content,
        object_str=pending.object_str if pending else str(record),
    )
    record.latest_revision, fields = revision, ["latest_revision"]
    if isinstance(record, Page):
        record.latest_revision_created_at = revision.created_at
        fields.append("latest_revision_created_at")
    if record.live and not record.has_unpublished_changes:
        record.live_revision = revision
        fields.append("live_revision")
    return revision, fields


def keep_revision_in_review(record, after: State) -> None:
    """What is approved is the revision that was submitted: it must not bring the old values back."""
    review = record.current_workflow_task_state
    submitted = review.revision if review else None
    if submitted and after.draft is not None:
        submitted.content |= after.draft
        submitted.save(update_fields=["content"])


def follow_with_aliases(page: Page, changed: list[str]) -> None:
    """An alias says what its original says."""
    for alias in SitePage.objects.filter(alias_of=page) if changed else ():
        for name in changed:
            setattr(alias, name, getattr(page, name))
        alias.save(update_fields=changed, clean=False)
