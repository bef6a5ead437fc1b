"""What a draft may leave open and a published record may not: its fields, its streams and what is edited with it."""

from collections.abc import Iterator
from typing import NamedTuple

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField

# Children that are no part of what is published.
TALK = "wagtail_admin_comments"


class Gap(NamedTuple):
    code: str
    message: str
    place: str


def gaps(record: models.Model) -> Iterator[Gap]:
    """Yield what a form would refuse, asked of the record itself: publishing needs no form."""
    yield from unfilled(record)
    for field in record._meta.get_fields():
        if isinstance(field, StreamField):
            stream = getattr(record, field.name)
            yield from unfinished(stream.stream_block, stream, field.name)
    for relation in get_all_child_relations(type(record)):
        name = relation.get_accessor_name()
        if name != TALK:
            for child in getattr(record, name).all():
                place = f"{name}.{child.pk}." if child.pk else f"{name}."
                yield from unfilled(child, place, {relation.field.name})


def unfilled(record: models.Model, inside: str = "", without: frozenset | set = frozenset()):
    """Yield what the model refuses. What a field refers to is there: reading the draft has seen to it."""
    fields = record._meta.concrete_fields
    chosen = {
        field.name for field in fields if field.is_relation and getattr(record, field.attname)
    }
    try:
        record.full_clean(
            exclude=chosen | without, validate_unique=False, validate_constraints=False
        )
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            is_whole = name == NON_FIELD_ERRORS
            label = "" if is_whole else f"{capfirst(record._meta.get_field(name).verbose_name)}: "
            place = inside.rstrip(".") if is_whole else f"{inside}{name}"
            yield from (Gap("field", f"{label}{message}", place) for message in messages)


def unfinished(block: blocks.StreamBlock, stream: StreamValue, place: str) -> Iterator[Gap]:
    """Yield what the blocks of a stream refuse when nothing is deferred."""
    try:
        block.clean(stream)
    except ValidationError as error:
        yield from inside(error, block, stream, place, "")


def inside(error: ValidationError, block, value, place: str, label: str) -> Iterator[Gap]:
    """Yield the errors of blocks inside blocks, each with its place and the names of the blocks around it."""
    found = getattr(error, "block_errors", None)
    if found is None:
        messages = getattr(error, "non_block_errors", None) or error.messages
        yield from (Gap("block", joined(label, message), place) for message in messages)
        return
    yield from (Gap("block", joined(label, message), place) for message in error.non_block_errors)
    for key, inner_error in found.items():
        name, inner, content = child(block, value, key)
        path = f"{place}.{name}" if name else place
        # The points of a list all bear one name: which of them it is, a number tells.
        number = f" {key + 1}" if isinstance(block, blocks.ListBlock) and len(value) > 1 else ""
        yield from inside(
            inner_error, inner, content, path, joined(label, f"{inner.label}{number}")
        )


def child(block, value, key):
    """Return the path, the block and the value of a child, by the key that an error names it by."""
    if isinstance(block, blocks.BaseStreamBlock):
        bound = value[key]
    elif isinstance(block, blocks.ListBlock):
        bound = value.bound_blocks[key]
    else:
        fields = value if isinstance(value, blocks.StructValue) else {}
        return key, block.child_blocks[key], fields.get(key)
    return bound.id, bound.block, bound.value


def joined(*words) -> str:
    """A block and its only field may bear one name."""
    return ": ".join(dict.fromkeys(str(word) for word in words if word))
