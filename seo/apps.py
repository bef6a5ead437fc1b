"""A change of the settings is a change of what every page says."""

from django.apps import AppConfig


class SeoConfig(AppConfig):
    name = "seo"

    def ready(self):
        from core.models import SiteVersion  # noqa: PLC0415
        from seo.models import SeoSettings, TitleTemplate  # noqa: PLC0415

        SiteVersion.follow(SeoSettings, TitleTemplate)
