"""Do what is to be done by itself: publish what is due, send mails and webhooks, delete what was kept long enough."""

import os
import time

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from core.work import Round

SECONDS_BETWEEN_LOOKS = 2


class Command(BaseCommand):
    help = "Does once what is due; with --watch it goes on until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--watch", action="store_true", help="go on, every two seconds")
        parser.add_argument(
            "--beside", type=int, metavar="PID", help="end when this process, its parent, has ended"
        )

    def handle(self, *args, watch: bool, beside: int | None, **options):
        work = Round()
        if not watch:
            self.stdout.write(f"Done: {', '.join(work.run_due())}")
            return
        # Named by who starts this: by now it may have ended already.
        parent = beside or os.getppid()
        while os.getppid() == parent:
            work.run_due()
            close_old_connections()
            time.sleep(SECONDS_BETWEEN_LOOKS)
