"""`manage.py rebuild_search_index`: everything that can be found, read again; stop it and it goes on later."""

from functools import partial

from django.core.management.base import BaseCommand

from core.progress import show_progress
from search.models import RebuildState, SearchDocument
from search.rebuilding import rebuild


class Command(BaseCommand):
    help = "Reads everything that can be found again, from where an earlier run has stopped."

    def add_arguments(self, parser):
        parser.add_argument("--anew", action="store_true", help="Begin at the beginning.")

        parser.add_argument(
            "--if-empty", action="store_true", help="Only if nothing has been read yet."
        )

    def handle(self, *, anew, if_empty, **options):
        if if_empty and SearchDocument.objects.exists() and not RebuildState.objects.exists():
            return
        rows = rebuild(partial(show_progress, self.stdout), anew=anew)
        self.stdout.write(f"\n{rows} search documents")
