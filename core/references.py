"""Where a record is used, unpublished drafts included, which Wagtail's own index does not cover."""

from collections.abc import Iterator

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import DraftStateMixin, ReferenceIndex, Revision


def places_of(record: Model) -> list[Model]:
    """Return every page and snippet that refers to the record, in what is live or in its latest draft."""
    indexed = [place for place, _references in ReferenceIndex.get_grouped_references_to(record)]
    places = {(type(place), place.pk): place for place in indexed}
    for draft in drafts():
        if refers_to(draft, record):
            places.setdefault((type(draft), draft.pk), draft)
    return list(places.values())


def drafts() -> Iterator[Model]:
    """Yield the latest draft of everything that has changes nobody has published yet."""
    for model in apps.get_models():
        # A page type shares the table of the base page, which is asked once.
        if issubclass(model, DraftStateMixin) and not model._meta.parents:
            changed = model._default_manager.filter(has_unpublished_changes=True)
            latest = Revision.objects.filter(pk__in=changed.values("latest_revision"))
            for revision in latest.iterator():
                yield revision.as_object()


def refers_to(draft: Model, record: Model) -> bool:
    target = (
        ContentType.objects.get_for_model(record, for_concrete_model=False).pk,
        str(record.pk),
    )
    # Private, but the one place that knows every kind of reference: keys, rich text, streams, children.
    references = ReferenceIndex._extract_references_from_object(draft)
    return any((type_id, str(pk)) == target for type_id, pk, *_paths in references)
