"""`manage.py site_url https://www.example.org`: tell the Site record where the site now stands."""

from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from wagtail.models import Site

DEFAULT_PORTS = {"http": 80, "https": 443}


class Command(BaseCommand):
    help = _("Writes the public address of the site, from which all absolute addresses are made.")

    def add_arguments(self, parser):
        parser.add_argument("address", help=_("Such as https://www.example.org"))

    def handle(self, *, address, **options):
        parts = urlsplit(address)
        try:
            port = parts.port or DEFAULT_PORTS[parts.scheme]
        except (KeyError, ValueError):
            port = None
        if not port or not parts.hostname or parts.path.strip("/"):
            raise CommandError(_("%s is not an address such as https://www.example.org") % address)
        site = Site.objects.get(is_default_site=True)
        site.hostname, site.port = parts.hostname, port
        site.save()
        self.stdout.write(_("The site now stands at %s") % site.root_url)
