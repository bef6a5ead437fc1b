"""The one place where wagtail-localize is changed from outside: it has no setting for these two."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    name = "editorial"

    def ready(self):
        from wagtail.signals import page_unpublished  # noqa: PLC0415
        from wagtail_localize import operations  # noqa: PLC0415
        from wagtail_localize.segments import extract  # noqa: PLC0415

        from editorial.sharing.closing import close_links  # noqa: PLC0415
        from editorial.translation import (  # noqa: PLC0415
            CarefulTranslationCreator,
            TolerantExtractor,
        )

        page_unpublished.connect(close_links)
        operations.TranslationCreator = CarefulTranslationCreator
        extract.StreamFieldSegmentExtractor = TolerantExtractor
