"""What is done by itself: each job in its turn, none stopped by another."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Revision

from core.work import Job, Round
from tests import factories


@pytest.mark.parametrize("error", [DatabaseError, RuntimeError])
def test_a_job_that_fails_stops_no_other_and_is_tried_again(db, error):
    tried = []

    def fail():
        tried.append(1)
        raise error

    jobs = [Job("bad", 0, fail), Job("good", 3600, lambda: tried.append(2))]
    with hooks.register_temporarily("jobs", lambda: jobs):
        work = Round()
        assert "good" in work.run_due()
        # What is done every hour is not due again yet.
        assert "good" not in work.run_due()
    assert tried == [1, 2, 1]


def test_what_is_scheduled_goes_live_and_what_expires_goes(home):
    now = timezone.now()
    going = factories.ContentPageFactory(parent=home, live=False)
    revision = going.save_revision()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=now - timedelta(seconds=1))
    gone = factories.ContentPageFactory(parent=home, expire_at=now - timedelta(seconds=1))
    call_command("work")
    going.refresh_from_db()
    gone.refresh_from_db()
    assert going.live
    assert gone.expired
    assert not gone.live
