"""Blocks that show records kept elsewhere: people, what customers say, sections that several pages share."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import samples
from core.blocks.choosers import PublishedChooserBlock


class AuthorCardBlock(blocks.StructBlock):
    person = PublishedChooserBlock("people.Person", label=_("Person"))
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


class PersonCardsBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, max_length=90, label=_("Title"))
    people = blocks.ListBlock(
        PublishedChooserBlock("people.Person", label=_("Person")),
        min_num=1,
        max_num=8,
        label=_("People"),
    )

    class Meta:
        icon = "group"
        group = _("Links")
        label = _("People")
        label_format = "{title}"
        template = "blocks/person_cards.html"
        description = _(
            "One to eight people with photo, name and role, each leading to their page."
        )

    def get_preview_value(self):
        model = self.child_blocks["people"].child_block.model_class
        return self.normalize(samples.person_cards(model))

    @property
    def is_previewable(self):
        return True


class TestimonialsBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, max_length=90, label=_("Title"))
    testimonials = blocks.ListBlock(
        PublishedChooserBlock("core.Testimonial", label=_("Testimonial")),
        min_num=1,
        max_num=6,
        label=_("Testimonials"),
    )

    class Meta:
        icon = "openquote"
        group = _("Social proof")
        label = _("Testimonials")
        label_format = "{title}"
        template = "blocks/testimonials.html"
        description = _(
            "What customers say, with their names; one is set large, more stand side by side."
        )

    def get_preview_value(self):
        model = self.child_blocks["testimonials"].child_block.model_class
        return self.normalize(samples.testimonials(model))

    @property
    def is_previewable(self):
        return True


class SharedSectionBlock(blocks.StructBlock):
    section = PublishedChooserBlock("core.SharedSection", label=_("Section"))

    class Meta:
        icon = "copy"
        group = _("Links")
        label = _("Shared section")
        label_format = "{section}"
        template = "blocks/shared_section.html"
        description = _(
            "Blocks written once and shown on several pages: changed there, changed here."
        )

    def get_preview_value(self):
        return self.normalize(samples.shared_section(self.child_blocks["section"].model_class))

    @property
    def is_previewable(self):
        return True

    def streams(self, value) -> list:
        """The stream inside, for whoever reads all blocks of a page."""
        section = value.get("section")
        return [section.body] if section and section.live else []
