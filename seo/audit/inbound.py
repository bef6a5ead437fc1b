"""How many places lead to a page: the pages, menus, footers, shared sections and records in which someone linked to it.

Lists of pages do not count, for they name every page of their kind and let it go after a few months.
"""

from collections import Counter

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Count, OuterRef, Subquery
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from core.models import Footer, Navigation, SeoRecord, SharedSection, SitePage


def inbound_counts(pages: list[SitePage]) -> Counter:
    """Count for each page what leads to it, by key.

    A link to another language's page leads readers to the translation, if there is one.
    """
    family = SitePage.objects.published().filter(
        translation_key__in={page.translation_key for page in pages}
    )
    rows = list(family.values_list("pk", "translation_key", "locale_id"))
    translations = {(key, locale): pk for pk, key, locale in rows}
    key_of = {pk: key for pk, key, _locale in rows}
    wanted, counts = {page.pk for page in pages}, Counter()
    for target, locale, number in [*from_pages(list(key_of)), *from_records(list(key_of))]:
        reached = translations.get((key_of[target], locale), target)
        if reached in wanted:
            counts[reached] += number
    return counts


def from_pages(targets: list[int]) -> list[tuple[int, int, int]]:
    """Public pages that link to these: rows of target, language and number."""
    sources = SitePage.objects.published().filter(pk=Cast(OuterRef("object_id"), BigIntegerField()))
    links = references(targets).filter(base_content_type=page_type())
    links = links.annotate(language=Subquery(sources.values("locale_id")[:1]))
    links = links.filter(language__isnull=False)
    return counted(links.values_list("to_object_id", "language"))


def from_records(targets: list[int]) -> list[tuple[int, int | None, int]]:
    """The same of what is no page; its language is not asked for, so each counts for the page that was chosen."""
    links = references(targets).filter(base_content_type__in=record_types())
    rows = links.values_list("to_object_id")
    return [(pk, None, number) for pk, number in counted(rows)]


def references(targets: list[int]):
    keys = [str(pk) for pk in targets]
    return ReferenceIndex.objects.filter(
        to_content_type=page_type(), to_object_id__in=keys
    ).order_by()


def counted(rows) -> list[tuple]:
    found = rows.annotate(number=Count("object_id", distinct=True))
    return [(int(target), *rest) for target, *rest in found]


def page_type() -> ContentType:
    return ContentType.objects.get_for_model(Page)


def record_types() -> list[ContentType]:
    """Everything but pages in which an editor may link to a page that readers see there."""
    records = [model for model in apps.get_models() if issubclass(model, SeoRecord)]
    models = (Navigation, Footer, SharedSection, *records)
    return list(ContentType.objects.get_for_models(*models).values())
