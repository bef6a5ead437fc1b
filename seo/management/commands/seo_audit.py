"""`manage.py seo_audit`: looks at every page for what search engines and readers miss; made for every night."""

from functools import partial

from django.core.management.base import BaseCommand

from core.progress import show_progress
from seo.audit.running import audit, visitor_of_site
from seo.models import Severity


class Command(BaseCommand):
    help = "Audits all public pages, from where an interrupted run has stopped, for Reports → SEO audit."

    def add_arguments(self, parser):
        parser.add_argument("--anew", action="store_true", help="Begin at the beginning.")
        parser.add_argument(
            "--external",
            action="store_true",
            help="Ask other sites whether the addresses that pages link to still answer; each once a week.",
        )

    def handle(self, *, anew, external, **options):
        is_watched = options["verbosity"] and self.stdout.isatty()
        show = partial(show_progress, self.stdout) if is_watched else None
        more = {"show": show} if show else {}
        run = audit(anew=anew, visitor=visitor_of_site() if external else None, **more)
        found = run.findings.order_by()
        numbers = ", ".join(
            f"{severity.name.lower()}s: {found.filter(severity=severity).count()}"
            for severity in Severity
        )
        if options["verbosity"]:
            self.stdout.write("\n" * is_watched + f"{run.pages} pages, {numbers}")
