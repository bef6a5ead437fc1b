"""What can be found: pages, people and documents, each as the rows that the search asks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet, prefetch_related_objects
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import CollectionViewRestriction, Locale
from wagtail.search.index import RelatedFields, SearchField

from core.models import SiteDocument, SitePage
from core.streams import fill_streams, searchable
from people.models import PeopleIndexPage, Person
from search.analysis import analyser
from search.facets import label
from search.models import SearchDocument

Source = SearchDocument.Source
LONGEST_TEXT = 60_000
# Their words are the title of the document.
TITLES = frozenset({"title", "name"})


def public(source: str) -> QuerySet:
    """What anyone may find now: the only records that may enter the index or be shown as results."""
    if source == Source.PAGE:
        return SitePage.objects.published()
    if source == Source.PERSON:
        # A profile is a part of the people page, and goes where that goes.
        homes = PeopleIndexPage.objects.published().values("locale")
        return Person.objects.with_profile().filter(locale__in=homes)
    below = Q(pk=None)
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        below |= Q(collection__path__startswith=path)
    return SiteDocument.objects.exclude(below)


def everything(source: str) -> QuerySet:
    """All records of a source, public or not."""
    models = {Source.PAGE: SitePage, Source.PERSON: Person, Source.DOCUMENT: SiteDocument}
    return models[Source(source)].objects.all()


def documents(source: str, keys: Iterable[int]) -> Iterator[SearchDocument]:
    """Yield the rows of what is public among the keys; the queries do not grow with their number."""
    found = public(source).filter(pk__in=keys)
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    for record in prepared(specific(found) if source == Source.PAGE else found):
        # A document has no language of its own, so it is found in each.
        for locale_id in [record.locale_id] if source != Source.DOCUMENT else languages:
            yield document(source, record, locale_id, languages[locale_id])


def specific(pages: QuerySet) -> Iterator[Model]:
    """Yield pages as what they are, without reading them as pages first, which takes as long again."""
    keys_by_type = defaultdict(list)
    for kind, key in pages.values_list("content_type_id", "pk"):
        keys_by_type[kind].append(key)
    for kind, keys in keys_by_type.items():
        if model := ContentType.objects.get_for_id(kind).model_class():
            yield from model.objects.filter(pk__in=keys)


def prepared(found: Iterable[Model]) -> Iterator[Model]:
    """Fetch what the search fields of the records read, in a few queries for each model."""
    by_model = defaultdict(list)
    for record in found:
        by_model[type(record)].append(record)
    for model, records in by_model.items():
        _texts, relations = search_fields(model)
        paths = [path for field in relations for path in related_paths(field)]
        prefetch_related_objects(records, *paths)
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                fill_streams(records, field)
        yield from records


@cache
def search_fields(owner) -> tuple[list[SearchField], list[RelatedFields]]:
    """Return the fields of a model, or of a relation, that have text themselves, and those that lead to others."""
    fields = owner.fields if isinstance(owner, RelatedFields) else owner.get_search_fields()
    return (
        [field for field in fields if isinstance(field, SearchField)],
        [field for field in fields if isinstance(field, RelatedFields)],
    )


def related_paths(field: RelatedFields) -> list[str]:
    _texts, relations = search_fields(field)
    below = [path for inner in relations for path in related_paths(inner)]
    return [f"{field.field_name}__{path}" for path in below] or [field.field_name]


def document(source: str, record: Model, locale_id: int, language: str) -> SearchDocument:
    texts, relations = search_fields(type(record))
    own = [own_text(record, field) for field in texts if field.field_name not in TITLES]
    text = joined(own)[:LONGEST_TEXT]
    names = joined(name for field in relations for name in related_text(record, field))
    title, date = str(record), date_of(source, record)
    known = analyser(language)
    title_terms, body_terms = known.terms(title), known.terms(f"{text} {names}")
    return SearchDocument(
        source=source,
        object_id=record.pk,
        locale_id=locale_id,
        date=date,
        expire_at=getattr(record, "expire_at", None) if source == Source.PAGE else None,
        facets=" ".join(labels(source, record, locale_id, date)),
        title=title,
        names=names,
        text=text,
        title_terms=title_terms,
        body_terms=body_terms,
        length=len(title_terms) + len(body_terms),
    )


def date_of(source: str, record: Model):
    if source == Source.PAGE:
        return record.card_date
    return record.created_at.date() if source == Source.DOCUMENT else None


def labels(source: str, record: Model, locale_id: int, date) -> Iterator[str]:
    yield label("language", locale_id)
    yield label("type", record.search_type if source == Source.PAGE else source)
    if source == Source.PAGE:
        for facet, keys in record.search_facets.items():
            yield from (label(facet, key) for key in keys)
        if date:
            yield label("year", date.year)


def own_text(record: Model, field: SearchField) -> str:
    value = getattr(record, field.field_name, None)
    if isinstance(value, StreamValue):
        return joined(searchable(value.stream_block, value))
    value = field.get_value(record)
    return joined(map(str, value)) if isinstance(value, (list, tuple)) else str(value or "")


def related_text(record: Model, field: RelatedFields) -> Iterator[str]:
    """Yield the words of what a record refers to: its category, tags and authors, if they are public."""
    texts, relations = search_fields(field)
    related = field.get_value(record)
    for other in related.all() if hasattr(related, "all") else filter(None, [related]):
        if getattr(other, "live", True):
            yield from (own_text(other, inner) for inner in texts)
            for inner in relations:
                yield from related_text(other, inner)


def joined(texts: Iterable[str]) -> str:
    return " ".join(" ".join(text.split()) for text in texts if text)
