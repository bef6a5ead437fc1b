"""The doors by which something that readers see changes."""

from django.apps import AppConfig
from django.db.models.signals import post_delete


class CoreConfig(AppConfig):
    name = "core"

    def ready(self):
        from wagtail.models import Locale, Page, PageViewRestriction, Site  # noqa: PLC0415
        from wagtail.signals import (  # noqa: PLC0415
            page_published,
            page_slug_changed,
            page_unpublished,
            post_page_move,
        )

        from core.models import (  # noqa: PLC0415
            BrandSettings,
            Footer,
            Navigation,
            SiteImage,
            SiteVersion,
        )

        for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
            signal.connect(SiteVersion.renew)
        post_delete.connect(SiteVersion.renew, sender=Page)
        SiteVersion.follow(
            BrandSettings, Footer, Navigation, SiteImage, Site, Locale, PageViewRestriction
        )
