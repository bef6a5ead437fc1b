"""The doors by which something that readers see changes."""

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
            published,
        )

        from core.models import (  # noqa: PLC0415
            Announcement,
            BrandSettings,
            Footer,
            Navigation,
            SharedSection,
            SiteDocument,
            SiteImage,
            SiteVersion,
            Testimonial,
        )

        def renew_if_live(instance, **signal):
            # Page types are many and come later; one that readers cannot see yet changes nothing.
            if isinstance(instance, Page) and instance.live:
                SiteVersion.renew(**signal)

        post_save.connect(renew_if_live, weak=False)
        for signal in (
            # Once more, when all that belongs to a page or a record has been saved after it.
            page_published,
            published,
            page_unpublished,
            page_slug_changed,
            post_page_move,
        ):
            signal.connect(SiteVersion.renew)
        post_delete.connect(SiteVersion.renew, sender=Page)
        SiteVersion.follow(
            Announcement,
            BrandSettings,
            Footer,
            Navigation,
            SharedSection,
            SiteDocument,
            Testimonial,
            SiteImage,
            Site,
            Locale,
            PageViewRestriction,
        )
