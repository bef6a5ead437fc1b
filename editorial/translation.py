"""Translating without harm: what a language has already is left alone, and nothing half translated goes out."""

from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import TranslationCreator
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor


class CarefulTranslationCreator(TranslationCreator):
    """Stock, everything that a page refers to and everything below it is made anew from its original.

    The Italian record of a post's author would hold English words again, and would no longer be public.
    """

    def create_translations(self, instance, include_related_objects=True):
        wanted = self.target_locales
        self.target_locales = [locale for locale in wanted if not translated(instance, locale)]
        if self.target_locales:
            super().create_translations(instance, include_related_objects)
        self.target_locales = wanted


class TolerantExtractor(StreamFieldSegmentExtractor):
    """Stock, a field that a block has gained after a text was written ends the extraction with a fault."""

    def handle_block(self, block_type, block_value, raw_value=None):
        return (
            [] if block_value is None else super().handle_block(block_type, block_value, raw_value)
        )


def translated(instance, locale) -> bool:
    """Whether the language has a record of its own, not only a place that is kept for it."""
    twins = type(instance).objects.filter(translation_key=instance.translation_key, locale=locale)
    return (twins.filter(alias_of__isnull=True) if isinstance(instance, Page) else twins).exists()


def translation_of(instance) -> Translation | None:
    """Return the translation, kept by wagtail-localize, that a page or record is the result of."""
    return Translation.objects.filter(
        source__object_id=instance.translation_key,
        target_locale_id=instance.locale_id,
        enabled=True,
    ).first()
