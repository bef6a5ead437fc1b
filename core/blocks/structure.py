"""Blocks with an order of their own: key points and the card of an author."""

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

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


class AuthorCardBlock(blocks.StructBlock):
    person = SnippetChooserBlock("people.Person", label=_("Person"))
    text = blocks.RichTextBlock(
        required=False,
        editor="inline",
        max_length=400,
        label=_("Text for this page"),
        help_text=_("In place of the person’s short biography, on this page only."),
    )

    class Meta:
        icon = "user"
        group = _("Links")
        label = _("Author card")
        label_format = "{person}"
        template = "blocks/author_card.html"
        description = _(
            "A person’s photo, name, role and short biography, always as in their record."
        )
        form_layout = blocks.BlockGroup(children=["person"], settings=["text"])

    def get_preview_value(self):
        # An unsaved person keeps the preview independent of what the site has.
        return self.normalize(samples.author_card(self.child_blocks["person"].model_class))

    @property
    def is_previewable(self):
        return True

    def clean(self, value):
        result = super().clean(value)
        if self.is_deferred_validation:
            return result
        if (person := result.get("person")) and not person.live:
            message = _("This person is not published, so readers would see no card.")
            raise blocks.StructBlockValidationError(
                block_errors={"person": ValidationError(message)}
            )
        return result
