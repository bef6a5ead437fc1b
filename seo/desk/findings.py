"""What the worksheet can be narrowed to, each as a condition that the database answers by itself."""

from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Length, NullIf
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, ReferenceIndex

from core.advice import SEARCH_DESCRIPTION, TITLE_CHARACTERS
from core.models import Footer, Navigation, SeoRecord, SharedSection, SitePage
from seo.desk.sheets import Sheet, page_types

# The home page stands here; it needs no link.
HOME_DEPTH = 2


@dataclass(frozen=True)
class Finding:
    label: str
    narrow: Callable[[QuerySet, Sheet], QuerySet]
    fits: Callable[[Sheet], bool] = lambda sheet: True


def shown_title(sheet: Sheet):
    """The title that machines read, but for what a template puts around it."""
    return Coalesce(NullIf("seo_title", Value("")), sheet.title_field)


def without_title(records: QuerySet, sheet: Sheet) -> QuerySet:
    return records.filter(seo_title="")


def without_description(records: QuerySet, sheet: Sheet) -> QuerySet:
    return records.filter(search_description="")


def with_repeated_title(records: QuerySet, sheet: Sheet) -> QuerySet:
    return repeated(records, sheet, shown_title(sheet))


def with_repeated_description(records: QuerySet, sheet: Sheet) -> QuerySet:
    return repeated(records.exclude(search_description=""), sheet, F("search_description"))


def repeated(records: QuerySet, sheet: Sheet, words) -> QuerySet:
    """Those whose words another public record says too; in another language it may."""
    public = sheet.everything().filter(live=True) if sheet.has_drafts else sheet.everything()
    said = public.annotate(_words=words).values("_words").annotate(_times=Count("pk"))
    twice, records = said.filter(_times__gt=1).values("_words"), records.alias(_words=words)
    if not sheet.has_languages:
        return records.filter(_words__in=twice)
    # A language after the other, for pairs of language and words take the database three times as long.
    in_any = Q()
    for locale in Locale.objects.all():
        in_any |= Q(locale=locale, _words__in=twice.filter(locale=locale))
    return records.filter(in_any)


def with_long_title(records: QuerySet, sheet: Sheet) -> QuerySet:
    return records.alias(_length=Length(shown_title(sheet))).filter(_length__gt=TITLE_CHARACTERS)


def with_long_description(records: QuerySet, sheet: Sheet) -> QuerySet:
    length = Length("search_description")
    return records.alias(_length=length).filter(_length__gt=SEARCH_DESCRIPTION.most)


def with_short_description(records: QuerySet, sheet: Sheet) -> QuerySet:
    length = Length("search_description")
    return records.alias(_length=length).filter(_length__range=(1, SEARCH_DESCRIPTION.least - 1))


def hidden(records: QuerySet, sheet: Sheet) -> QuerySet:
    return records.filter(**{f"{sheet.far}noindex": True})


def orphans(records: QuerySet, sheet: Sheet) -> QuerySet:
    """Pages that no text, menu, footer or record links to; lists of pages do not count."""
    page = ContentType.objects.get_for_model(Page)
    links = ReferenceIndex.objects.filter(
        base_content_type__in=linking_types(), to_content_type=page
    ).exclude(base_content_type=page, object_id=F("to_object_id"))
    linked = links.values(key=Cast("to_object_id", BigIntegerField()))
    return records.filter(~Q(pk__in=linked), depth__gt=HOME_DEPTH)


def linking_types() -> list[int]:
    records = [model for model in apps.get_models() if issubclass(model, SeoRecord)]
    models = (Page, Navigation, Footer, SharedSection, *records)
    return [kind.pk for kind in ContentType.objects.get_for_models(*models).values()]


def without_picture(records: QuerySet, sheet: Sheet) -> QuerySet:
    """Those for which a card is drawn: neither a picture for sharing nor one of their own."""
    if not sheet.holds_pages:
        return records.filter(**dict.fromkeys(sheet.model.picture_fields))
    for model in (SitePage, *page_types().values()):
        for name in model.picture_fields:
            if model is SitePage or name not in SitePage.picture_fields:
                # Few have one, or many: either way it is a list that the database makes once.
                having = model._default_manager.exclude(**{name: None}).order_by()
                records = records.exclude(pk__in=having.values("pk"))
    return records


def untranslated(records: QuerySet, sheet: Sheet) -> QuerySet:
    """Those that another language of the site does not have in its own words."""
    # Only what an index holds: each page asks.
    others = sheet.model._default_manager.order_by().exclude(locale=OuterRef("locale"))
    others = others.filter(translation_key=OuterRef("translation_key"))
    if sheet.holds_pages:
        others = others.filter(alias_of=None)
    # Of three languages: no second one besides its own.
    last = Locale.objects.count() - 2
    return records.filter(~Exists(others[last : last + 1]))


def is_translated(sheet: Sheet) -> bool:
    return sheet.has_languages and Locale.objects.count() > 1


FINDINGS = {
    "no-title": Finding(_("No title of its own"), without_title),
    "no-description": Finding(_("No description"), without_description),
    "repeated-title": Finding(_("Same title as another"), with_repeated_title),
    "repeated-description": Finding(_("Same description as another"), with_repeated_description),
    "long-title": Finding(
        format_lazy(_("Title above {number} characters"), number=TITLE_CHARACTERS), with_long_title
    ),
    "long-description": Finding(
        format_lazy(_("Description above {number} characters"), number=SEARCH_DESCRIPTION.most),
        with_long_description,
    ),
    "short-description": Finding(
        format_lazy(_("Description below {number} characters"), number=SEARCH_DESCRIPTION.least),
        with_short_description,
    ),
    "noindex": Finding(_("Hidden from search engines"), hidden),
    "orphan": Finding(_("Nothing links to it"), orphans, lambda sheet: sheet.holds_pages),
    "no-picture": Finding(_("No picture when shared"), without_picture),
    "untranslated": Finding(_("Not translated"), untranslated, is_translated),
}
