"""What every `migrate` looks after: the languages of the site are those of SITE_LANGUAGES."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class HomeConfig(AppConfig):
    name = "home"

    def ready(self):
        from home.languages import settle_languages  # noqa: PLC0415

        post_migrate.connect(settle_languages, sender=self)
