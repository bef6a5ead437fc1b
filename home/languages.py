"""SITE_LANGUAGES and the database agree: every language has a home page, and the root keeps its language."""

from django.conf import settings
from django.core.management import CommandError
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site

from core.models import SiteVersion
from home.models import HomePage


def settle_languages(apps, **signal) -> None:
    """Add the home page of each language that the settings have gained; refuse another one at the root."""
    try:
        apps.get_model("home", "HomePage")
    except LookupError:
        # Migrated back to before there were home pages.
        return
    site = default_site()
    if site is None:
        return
    born = site.root_page.locale.language_code
    if born != settings.LANGUAGE_CODE:
        raise CommandError(
            _(
                "At the root of this site stands the language “%(born)s”, but SITE_LANGUAGES begins with "
                "“%(wanted)s”, which would move every address. Put “%(born)s” first again, or move the site with "
                "“manage.py default_language”, which redirects the old addresses."
            )
            % {"born": born, "wanted": settings.LANGUAGE_CODE}
        )
    for code, _name in settings.LANGUAGES:
        add_home(site, code)
    # What is kept for readers may still name a language that the settings have lost.
    SiteVersion.renew()


def default_site() -> Site | None:
    return Site.objects.filter(is_default_site=True).select_related("root_page__locale").first()


def add_home(site: Site, code: str) -> None:
    """Give a language its home page, public from the start as the first one is; nothing if it has one."""
    locale, _created = Locale.objects.get_or_create(language_code=code)
    if site.root_page.get_translations(inclusive=True).filter(locale=locale).exists():
        return
    with translation.override(code):
        title = _("Welcome")
    home = HomePage(
        title=title,
        slug=f"home-{code}",
        locale=locale,
        translation_key=site.root_page.translation_key,
    )
    Page.get_first_root_node().add_child(instance=home)
