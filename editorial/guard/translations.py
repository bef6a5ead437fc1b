"""What of a translation is metadata: wagtail-localize asks for the right to edit, and for nothing more."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import TranslatableMixin
from wagtail_localize.models import OverridableSegment, StringSegment

from core.roles import METADATA, may_write, refusal
from editorial.translation import translation_of

SEGMENTS = {
    "edit_string_translation": (StringSegment, "string_segment_id"),
    "edit_override": (OverridableSegment, "overridable_segment_id"),
}


def is_metadata_of_translation(match) -> bool:
    """Whether an address of wagtail-localize writes one segment, and that belongs to a field of metadata."""
    model, argument = SEGMENTS.get(match.url_name, (None, ""))
    if model is None:
        return False
    segment = model.objects.filter(pk=match.kwargs[argument]).select_related("context").first()
    # Paths of other fields go deeper, such as body.<id>.text.
    return segment is not None and segment.context.path in METADATA


@hooks.register("before_edit_page", order=-2)
@hooks.register("before_edit_snippet", order=-2)
def publish_no_translation_of_others(request, instance):
    """Saving or publishing in the translation editor takes all that translators wrote; that is theirs to decide."""
    if request.method != "POST" or may_write(request.user):
        return None
    stands_elsewhere = getattr(instance, "alias_of_id", None)
    asked = any(name.startswith("localize-") for name in request.POST)
    translated = isinstance(instance, TranslatableMixin) and translation_of(instance)
    if not (stands_elsewhere or asked or translated):
        return None
    told = _(
        "What you wrote is kept with the translation. An editor or a marketer publishes it, with all that translators "
        "have written since."
    )
    messages.error(
        request,
        told if translated else refusal(),
    )
    return redirect(request.path)
