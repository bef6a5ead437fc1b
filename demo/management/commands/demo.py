"""`manage.py demo start|load|remove|patterns`: the example company, its accounts, and the greeting of `make run`."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Site

from demo.accounts import ACCOUNTS, create_accounts, password
from demo.loader import DemoLoader, draw_renditions
from demo.patterns import add_missing_patterns
from demo.remover import DemoRemover


class Command(BaseCommand):
    help = _("Starts a new site, loads the example content, or removes it.")

    def add_arguments(self, parser):
        actions = parser.add_subparsers(dest="action", required=True)
        start = actions.add_parser(
            "start", help=_("Fill a new database; leave any other as it is.")
        )
        start.add_argument("--empty", action="store_true", help=_("Without example content."))
        for name, text in (
            ("load", _("Load the example content, over what was changed in it.")),
            ("remove", _("Remove the example content, but nothing that people have made.")),
        ):
            action = actions.add_parser(name, help=text)
            action.add_argument("--yes", action="store_true", help=_("Do not ask."))
        actions.add_parser(
            "patterns", help=_("Add the patterns for posts that are missing, and nothing else.")
        )
        actions.add_parser("welcome", help=_("Print the addresses and accounts."))

    def handle(self, *, action, **options):
        getattr(self, action)(**options)

    def start(self, *, empty, **options):
        if get_user_model().objects.exists():
            return
        if empty:
            create_accounts(["admin"])
            add_missing_patterns()
            return
        self.load_content()
        draw_renditions(self.report)

    def load(self, *, yes, **options):
        if yes or self.confirmed(
            _("This resets the example content; changes made to it are lost.")
        ):
            self.load_content()

    def remove(self, *, yes, **options):
        if yes or self.confirmed(_("This removes the example content and the accounts but admin.")):
            with transaction.atomic():
                DemoRemover(self.report).remove()
            self.report(_("The example content is gone."))

    def patterns(self, **options):
        with transaction.atomic():
            add_missing_patterns()

    def welcome(self, **options):
        address = Site.objects.get(is_default_site=True).root_url
        names = get_user_model().objects.filter(username__in=ACCOUNTS).order_by("pk")
        lines = {_("Site"): f"{address}/", _("Admin"): f"{address}/admin/"}
        if names:
            accounts = ", ".join(user.username for user in names)
            lines |= {_("Sign in"): accounts, _("Password"): password()}
        self.stdout.write("")
        for name, value in lines.items():
            self.stdout.write(f"  {name:9}{value}")
        self.stdout.write(f"  {_('Ctrl-C stops the site.')}\n")

    def load_content(self):
        with transaction.atomic():
            create_accounts(ACCOUNTS)
            DemoLoader(self.report).load()

    def report(self, message: str):
        self.stdout.write(f"  {message}")
        self.stdout.flush()

    def confirmed(self, warning: str) -> bool:
        self.stdout.write(warning)
        try:
            answer = input(_("Go on? [y/N] ")).strip().lower()
        except EOFError:
            return False
        return answer in ("y", "yes", _("yes"), _("yes")[0])
