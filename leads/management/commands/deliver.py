"""Send the mails and webhooks that wait, and delete what has been kept long enough."""

import os
import time

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from leads.outbox.sending import send_due
from leads.retention import delete_overdue

SECONDS_BETWEEN_LOOKS = 2
SECONDS_BETWEEN_DELETIONS = 3600


class Command(BaseCommand):
    help = "Sends the mails and webhooks that are due; with --watch it goes on until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--watch", action="store_true", help="go on, every two seconds")
        parser.add_argument(
            "--beside", type=int, metavar="PID", help="end when this process, its parent, has ended"
        )

    def handle(self, *args, watch: bool, beside: int | None, **options):
        if not watch:
            self.stdout.write(f"{send_due()} attempts, {delete_overdue()} records deleted")
            return
        # Named by who starts this: by now it may have ended already.
        parent, deleted_at = beside or os.getppid(), float("-inf")
        while os.getppid() == parent:
            try:
                send_due()
                if time.monotonic() - deleted_at > SECONDS_BETWEEN_DELETIONS:
                    delete_overdue()
                    deleted_at = time.monotonic()
            except DatabaseError as error:
                # It comes back, and everything is still in it.
                self.stderr.write(f"{type(error).__name__}: {error}")
            close_old_connections()
            time.sleep(SECONDS_BETWEEN_LOOKS)
