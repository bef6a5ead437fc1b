"""The sections that landing pages are made of, each at home beside any other."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from core.blocks.links import CallToActionBlock, LinkBlock
from core.blocks.media import sample_images
from home.blocks import samples


class Placement(TextChoices):
    BESIDE = "beside", _("Beside the text")
    BELOW = "below", _("Below, from edge to edge")


class HeroBlock(blocks.StructBlock):
    label = blocks.CharBlock(
        required=False, max_length=60, label=_("Line above"), help_text=_("For whom, or when.")
    )
    title = blocks.CharBlock(
        required=False,
        max_length=90,
        label=_("Headline"),
        help_text=_("The largest words of the page. Left empty, the title of the page is used."),
    )
    text = blocks.RichTextBlock(required=False, editor="inline", max_length=280, label=_("Text"))
    link = LinkBlock(required=False, label=_("Button"))
    image = ImageBlock(required=False, label=_("Picture"))
    second_link = LinkBlock(required=False, label=_("Second link"))
    placement = blocks.ChoiceBlock(
        choices=Placement.choices,
        default=Placement.BESIDE,
        search_index=False,
        label=_("Where the picture stands"),
    )

    class Meta:
        icon = "title"
        group = _("Page sections")
        label = _("Hero: the opening")
        label_format = "{title}"
        template = "blocks/hero.html"
        description = _("How the page opens: its headline, a sentence or two, a button, a picture.")
        form_layout = blocks.BlockGroup(
            children=["label", "title", "text", "link", "image"],
            settings=["second_link", "placement"],
        )

    def get_preview_value(self):
        return self.normalize(samples.hero() | {"image": next(iter(sample_images(1)), None)})

    @property
    def is_previewable(self):
        return True


class FeatureBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=60, label=_("Title"))
    text = blocks.RichTextBlock(editor="inline", max_length=280, label=_("Text"))
    image = ImageBlock(required=False, label=_("Picture"))
    link = LinkBlock(required=False, label=_("Link"))

    class Meta:
        icon = "tick-inverse"
        label = _("Feature")
        label_format = "{title}"
        form_layout = blocks.BlockGroup(children=["title", "text", "image"], settings=["link"])


class FeatureGridBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, max_length=90, label=_("Title"))
    features = blocks.ListBlock(FeatureBlock(), min_num=2, max_num=9, label=_("Features"))
    numbered = blocks.BooleanBlock(
        required=False, label=_("Numbered"), help_text=_("For steps that follow each other.")
    )

    class Meta:
        icon = "list-ol"
        group = _("Page sections")
        label = _("Feature grid")
        label_format = "{title}"
        template = "blocks/feature_grid.html"
        description = _(
            "What you offer, point by point and side by side, or the steps to get there."
        )
        form_layout = blocks.BlockGroup(children=["title", "features"], settings=["numbered"])
        preview_value = staticmethod(samples.feature_grid)


class Side(TextChoices):
    START = "start", _("Left")
    END = "end", _("Right")


class SplitBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=90, label=_("Title"))
    text = blocks.RichTextBlock(label=_("Text"))
    link = LinkBlock(required=False, label=_("Link"))
    image = ImageBlock(label=_("Picture"))
    side = blocks.ChoiceBlock(
        choices=Side.choices,
        default=Side.START,
        search_index=False,
        label=_("Side of the picture"),
        help_text=_(
            "Two in a row with sides changed make a pattern. On a phone the picture comes first."
        ),
    )

    class Meta:
        icon = "image"
        group = _("Page sections")
        label = _("Picture and text, split")
        label_format = "{title}"
        template = "blocks/split.html"
        description = _(
            "A large picture on one half of the page and what it is about on the other."
        )
        form_layout = blocks.BlockGroup(
            children=["title", "text", "link", "image"], settings=["side"]
        )

    def get_preview_value(self):
        return self.normalize(samples.split() | {"image": next(iter(sample_images(1)), None)})

    @property
    def is_previewable(self):
        return True


class Tone(TextChoices):
    DARK = "dark", _("Dark")
    ACCENT = "accent", _("In the accent colour")


class CallToActionBandBlock(CallToActionBlock):
    tone = blocks.ChoiceBlock(
        choices=Tone.choices, default=Tone.DARK, search_index=False, label=_("Ground")
    )

    class Meta:
        icon = "pick"
        group = _("Page sections")
        label = _("Call-to-action band")
        template = "blocks/call_to_action_band.html"
        description = _("An invitation from edge to edge of the window: best as the last word.")
        form_layout = blocks.BlockGroup(
            children=["title", "text", "link"], settings=["second_link", "tone"]
        )
