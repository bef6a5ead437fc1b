"""What changes with the settings, and what becomes of an address when its page goes."""

from django.apps import AppConfig
from django.db.models.signals import pre_delete


class SeoConfig(AppConfig):
    name = "seo"

    def ready(self):
        from wagtail.models import Page  # noqa: PLC0415
        from wagtail.signals import (  # noqa: PLC0415
            page_published,
            page_slug_changed,
            page_unpublished,
            post_page_move,
        )

        from core.models import SiteVersion  # noqa: PLC0415
        from seo import redirects  # noqa: PLC0415
        from seo.models import SeoSettings, TitleTemplate  # noqa: PLC0415

        SiteVersion.follow(SeoSettings, TitleTemplate)
        page_slug_changed.connect(redirects.page_renamed)
        post_page_move.connect(redirects.page_moved)
        page_published.connect(redirects.page_published)
        page_unpublished.connect(redirects.page_unpublished)
        pre_delete.connect(redirects.page_deleted, sender=Page)
