"""`manage.py default_language`: give the root of the site to the language that SITE_LANGUAGES now begins with."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale

from core.models import SitePage
from home.languages import add_home, default_site


class Command(BaseCommand):
    help = _("Moves the first language of SITE_LANGUAGES to the root and redirects old addresses.")

    @transaction.atomic
    def handle(self, **options):
        site = default_site()
        before, after = site.root_page.locale.language_code, settings.LANGUAGE_CODE
        if before == after:
            raise CommandError(_("“%(code)s” stands at the root already.") % {"code": after})
        if before not in dict(settings.LANGUAGES):
            message = _("Keep “%(code)s” in SITE_LANGUAGES: its pages move below a prefix.")
            raise CommandError(message % {"code": before})
        add_home(site, after)
        site.root_page = site.root_page.get_translation(Locale.objects.get(language_code=after))
        site.save()
        moves = dict([*self.moves(before, f"/{before}", ""), *self.moves(after, "", f"/{after}")])
        # Where the other language has a page now, such as at the root, there is nothing to redirect.
        moves = {old: new for old, new in moves.items() if old not in moves.values()}
        for old, new in moves.items():
            Redirect.objects.update_or_create(
                old_path=Redirect.normalise_path(old),
                site=None,
                defaults={"redirect_link": new, "redirect_page": None, "is_permanent": True},
            )
        self.stdout.write(_("Redirected addresses: %(number)s") % {"number": len(moves)})

    def moves(self, language: str, prefix: str, old_prefix: str):
        """Yield the old and the new path of every public address of a language, profiles and categories too."""
        for page in SitePage.objects.published().filter(locale__language_code=language).specific():
            for entry in page.get_sitemap_urls():
                new = urlsplit(entry["location"]).path
                yield old_prefix + new.removeprefix(prefix), new
