"""The doors by which something that stands on every page changes."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save


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

        renew = SiteVersion.renew
        for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
            signal.connect(renew)
        for model in (
            BrandSettings,
            Footer,
            Navigation,
            SiteImage,
            Site,
            Locale,
            PageViewRestriction,
        ):
            post_save.connect(renew, sender=model)
            post_delete.connect(renew, sender=model)
        post_delete.connect(renew, sender=Page)
