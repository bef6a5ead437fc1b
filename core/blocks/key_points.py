"""Key points: a list whose items are longer than a line."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import samples


class ListStyle(TextChoices):
    BULLETED = "bulleted", _("Bulleted")
    NUMBERED = "numbered", _("Numbered")
    CHECKED = "checked", _("With ticks")


class KeyPointBlock(blocks.StructBlock):
    lead = blocks.CharBlock(
        required=False,
        max_length=80,
        label=_("Lead phrase"),
        help_text=_("Two or three words that a hurried reader will read."),
    )
    body = blocks.RichTextBlock(editor="inline", label=_("Text"))

    class Meta:
        icon = "list-ul"
        label = _("Point")
        label_format = "{lead} {body}"


class KeyPointsBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, max_length=90, label=_("Title"))
    items = blocks.ListBlock(KeyPointBlock(), min_num=2, max_num=12, label=_("Points"))
    style = blocks.ChoiceBlock(
        choices=ListStyle.choices,
        default=ListStyle.BULLETED,
        search_index=False,
        label=_("Style"),
    )

    class Meta:
        icon = "list-ul"
        group = _("Text")
        label = _("Key points")
        label_format = "{title}"
        template = "blocks/key_points.html"
        description = _(
            "A list whose points are a sentence or more. One line each? A list in the text will do."
        )
        form_layout = blocks.BlockGroup(children=["title", "items"], settings=["style"])
        preview_value = staticmethod(samples.key_points)
