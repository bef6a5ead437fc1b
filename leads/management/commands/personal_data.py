"""Answer a person who asks what the site holds about them, or asks to have it deleted."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder

from leads.personal_data import PersonalData


class Command(BaseCommand):
    help = (
        "Prints everything about an e-mail address as JSON; with --delete it is deleted afterwards."
    )

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--delete", action="store_true", help="delete what was printed")

    def handle(self, *args, email: str, delete: bool, **options):
        if "@" not in email:
            raise CommandError("That is no e-mail address.")
        data = PersonalData.of(email)
        self.stdout.write(
            json.dumps(data.as_dict(), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
        )
        if delete:
            data.delete()
            self.stderr.write(f"Deleted: {len(data)} records.")
