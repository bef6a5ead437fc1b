"""The last door: whatever publishes a record, a form, a button, a clock or a script, comes through here."""

import logging

from django.db import OperationalError, transaction
from wagtail.log_actions import log
from wagtail.models import Revision

from core.publishing.issues import NotWholeError, obstacles

# What `manage.py publish_scheduled` says that it does.
BY_THE_CLOCK = "wagtail.publish.scheduled"
# What the history calls a date that passed without anything being published.
MISSED = "publishing.missed"

logger = logging.getLogger(__name__)


class PublishingGate:
    """A page or record that is published whole or not at all; stands before Wagtail's own base classes."""

    def publish(self, revision: Revision, *args, **options):
        """Raise NotWholeError if the draft is not whole. At its scheduled time nobody is there to be told:
        then it stays unpublished, and its history and the calendar say so.
        """
        if options.get("log_action") == BY_THE_CLOCK:
            return self.publish_on_time(revision, *args, **options)
        refuse_unless_whole(revision)
        with transaction.atomic():
            return super().publish(revision, *args, **options)

    def publish_on_time(self, revision: Revision, *args, **options):
        with transaction.atomic():
            # Of several processes that look at once, one finds it still due.
            due = Revision.objects.filter(pk=revision.pk, approved_go_live_at__isnull=False)
            if not due.select_for_update().values_list("pk"):
                return None
            try:
                refuse_unless_whole(revision)
                with transaction.atomic():
                    return super().publish(revision, *args, **options)
            except OperationalError:
                # The database is away; it will be asked again.
                raise
            except Exception as error:
                # Whatever is wrong with it, the others that are due must not wait for it.
                if not isinstance(error, NotWholeError):
                    logger.exception("Could not be published at its time: %s", self)
                return unschedule(revision)


def refuse_unless_whole(revision: Revision) -> None:
    draft = revision.as_object()
    if issues := obstacles(draft):
        raise NotWholeError(draft, issues)


def unschedule(revision: Revision) -> None:
    """Give a draft back to its editors: while it is scheduled it is locked."""
    record, due = revision.content_object, revision.approved_go_live_at
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    log(instance=record, action=MISSED, revision=revision, data={"due": due and due.isoformat()})
