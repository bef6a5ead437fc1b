"""Who may write what readers read, and who only what machines are told."""

import json

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin

from core.publishing.forms import PublishingForm

EDIT_CONTENT = "core.edit_content"
EDIT_INDEXING = "core.edit_indexing"
# What a form may be sent for by who edits metadata: Wagtail’s names of the buttons.
PUBLISHING, SAVING = "action-publish", frozenset({"action-save", "action-save-draft"})
METADATA = frozenset(
    {
        *("seo_title", "search_description", "focus_phrase"),
        *("share_title", "share_description", "share_image"),
        *("canonical_url", "noindex", "nofollow"),
    }
)
# One slip here takes a page out of search engines, or gives it to another site.
INDEXING = frozenset({"canonical_url", "noindex", "nofollow"})
# What editors say to each other about a page is no part of it.
TALK = frozenset({"comments", "comment_notifications"})
# What Wagtail keeps about a record beside what people wrote into it.
BOOKKEEPING = frozenset(
    {
        *("draft_title", "expired", "first_published_at", "has_unpublished_changes"),
        *("last_published_at", "latest_revision", "latest_revision_created_at", "live"),
        *("live_revision", "locked", "locked_at", "locked_by", "owner", "path", "depth"),
        *("numchild", "url_path", "wagtail_admin_comments", "search_doc"),
    }
)


def may_write(user) -> bool:
    return user.has_perm(EDIT_CONTENT)


def refusal() -> str:
    return _("Your role may save and publish metadata, and nothing else.")


class RoleForm(PublishingForm):
    """A form that holds metadata alone for who may not write content, whatever is sent to it.

    An allow-list, because a panel’s own permission would have to be remembered for each field to come, is no more than
    cosmetic on groups of panels, and does not exist for inline panels.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_metadata_only = bool(self.for_user) and not may_write(self.for_user)
        if self.is_metadata_only:
            for parts in (self.fields, self.formsets):
                for name in set(parts) - METADATA - TALK:
                    del parts[name]
        self.withheld = frozenset()
        if self.for_user and not self.for_user.has_perm(EDIT_INDEXING):
            self.withheld = INDEXING & set(self.fields)
            for name in self.withheld:
                del self.fields[name]

    def clean(self):
        cleaned = super().clean()
        if self.is_metadata_only:
            self.refuse_what_touches_content()
        if self.withheld & set(self.data):
            raise ValidationError(
                _("Your role does not decide what search engines list. Nothing was saved.")
            )
        return cleaned

    def refuse_what_touches_content(self) -> None:
        actions = {name for name in self.data if name.startswith("action-")} - SAVING
        if actions - {PUBLISHING}:
            raise ValidationError(refusal())
        if actions and has_pending_content(self.instance):
            raise ValidationError(
                _(
                    "Somebody’s changes to the content are waiting here, and publishing would make them public. Save a "
                    "draft instead, or ask an editor to publish."
                )
            )


def has_pending_content(draft) -> bool:
    """Whether publishing a draft would change more for readers than metadata."""
    if not isinstance(draft, DraftStateMixin):
        return False
    public = type(draft).objects.filter(pk=draft.pk, live=True).first()
    return public is None or content_of(public) != content_of(draft)


def content_of(record) -> dict:
    """All that people wrote into a record but its metadata, in a form that compares."""
    stored = record.serializable_data()
    return {
        name: parsed(value)
        for name, value in stored.items()
        if name not in METADATA | BOOKKEEPING | TALK
    }


def parsed(value):
    """A stream is stored as JSON, whose spaces say nothing."""
    if isinstance(value, str) and value.startswith("["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
