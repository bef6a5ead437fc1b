"""Translating without harm: what a language has already is left alone, and nothing half translated goes out."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import DraftStateMixin, Page
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


def what_is_missing(translation: Translation) -> str:
    """Say what keeps a translation from being published; empty if nothing does.

    Published as it is, it would show words of the original, or nothing where a person should stand.
    """
    found = []
    if number := untranslated(translation):
        found.append(
            ngettext(
                "%(number)s text is not translated yet.",
                "%(number)s texts are not translated yet.",
                number,
            )
            % {"number": number}
        )
    if names := list(dict.fromkeys(unfinished_records(translation))):
        found.append(
            _("Translate and publish first: %(names)s.") % {"names": get_text_list(names, _("and"))}
        )
    return " ".join(found)


def untranslated(translation: Translation) -> int:
    """Count the texts without a translation, or with one that was refused."""
    texts = translation.source.stringsegment_set.all()
    return (
        texts.annotate_translation(translation.target_locale)
        .filter(translation__isnull=True)
        .count()
    )


def unfinished_records(translation: Translation):
    """Yield the names of the people, the category and the series that readers of the language cannot see yet."""
    for segment in translation.source.relatedobjectsegment_set.select_related("object"):
        record = segment.object.get_instance_or_none(translation.target_locale)
        if record is None:
            yield str(segment.get_source_instance())
        elif (isinstance(record, DraftStateMixin) and not record.live) or (
            (own := translation_of(record)) and untranslated(own)
        ):
            yield str(record)
