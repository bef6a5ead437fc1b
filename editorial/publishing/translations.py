"""Translations: what keeps one from being published, and the doors of wagtail-localize."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.shortcuts import redirect
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.models import DraftStateMixin, TranslatableMixin
from wagtail_localize.models import Translation

from core.publishing.issues import Issue, obstacles
from editorial.publishing.telling import tell
from editorial.translation import translation_of


@hooks.register("publishing_obstacles")
def untranslated_parts(record: models.Model) -> Iterator[Issue]:
    """Published as it is, it would show words of the original, or nothing where a person should stand."""
    translation = translation_of(record) if isinstance(record, TranslatableMixin) else None
    if translation is None:
        return
    if number := untranslated(translation):
        said = ngettext(
            "%(number)s text is not translated yet.",
            "%(number)s texts are not translated yet.",
            number,
        )
        yield Issue("translation", said % {"number": number})
    if names := list(dict.fromkeys(unfinished_records(translation))):
        said = _("Translate and publish first: %(names)s.")
        yield Issue("translation", said % {"names": get_text_list(names, _("and"))})


def untranslated(translation: Translation) -> int:
    """Count the texts without a translation, or with one that was refused."""
    texts = translation.source.stringsegment_set.all()
    return (
        texts.annotate_translation(translation.target_locale)
        .filter(translation__isnull=True)
        .count()
    )


def unfinished_records(translation: Translation) -> Iterator[str]:
    """Yield the names of the people, the category and the series that readers of the language cannot see yet."""
    for segment in translation.source.relatedobjectsegment_set.select_related("object"):
        record = segment.object.get_instance_or_none(translation.target_locale)
        if record is None:
            yield str(segment.get_source_instance())
        elif (isinstance(record, DraftStateMixin) and not record.live) or (
            (own := translation_of(record)) and untranslated(own)
        ):
            yield str(record)


@hooks.register("before_edit_page", order=-1)
@hooks.register("before_edit_snippet", order=-1)
def publish_whole_translations(request, instance):
    """Before wagtail-localize, whose editor would publish what is missing in the language of the original."""
    if request.POST.get("action") != "publish" or not isinstance(instance, TranslatableMixin):
        return None
    translation = translation_of(instance)
    issues = translation and what_would_stand_before(translation, request.user)
    if not issues:
        return None
    tell(request, instance, issues)
    return redirect(request.path)


def what_would_stand_before(translation: Translation, user) -> list[Issue]:
    """Make the draft that would be published, look at it, and take it back."""
    record = translation.get_target_instance()
    issues = list(untranslated_parts(record))
    if issues or not isinstance(record, DraftStateMixin):
        return issues
    with transaction.atomic():
        try:
            with transaction.atomic():
                translation.save_target(user=user, publish=False)
        except ValidationError:
            # Its texts are refused; wagtail-localize shows which.
            return []
        made = translation.get_target_instance()
        issues = obstacles(made.get_latest_revision().as_object())
        transaction.set_rollback(True)
    return issues
