"""Blocks that let others speak for the company: figures and the logos of those it works for."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from core.blocks import samples
from core.blocks.media import sample_images


class StatisticBlock(blocks.StructBlock):
    value = blocks.CharBlock(
        max_length=12, label=_("Number"), help_text=_("Short, with its unit: 14, 98 %, € 2 m.")
    )
    label = blocks.CharBlock(
        max_length=90, label=_("What it counts"), help_text=_("With the year, if it matters.")
    )
    source = blocks.CharBlock(required=False, max_length=90, label=_("Source"))
    source_url = blocks.URLBlock(required=False, label=_("Address of the source"))

    class Meta:
        icon = "plus"
        label = _("Number")
        label_format = "{value} {label}"
        form_layout = blocks.BlockGroup(
            children=["value", "label"], settings=["source", "source_url"]
        )


class StatisticsBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, max_length=90, label=_("Title"))
    items = blocks.ListBlock(StatisticBlock(), min_num=2, max_num=4, label=_("Numbers"))

    class Meta:
        icon = "order"
        group = _("Social proof")
        label = _("Statistics")
        label_format = "{title}"
        template = "blocks/statistics.html"
        description = _("Two to four numbers set large, each with what it counts and its source.")
        preview_value = staticmethod(samples.statistics)


class LogoBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Logo"))
    name = blocks.CharBlock(
        max_length=80,
        label=_("Name"),
        help_text=_("Of the organisation; it is read aloud in place of the logo."),
    )
    url = blocks.URLBlock(required=False, label=_("Address"))

    class Meta:
        icon = "image"
        label = _("Logo")
        label_format = "{name}"
        form_layout = blocks.BlockGroup(children=["image", "name"], settings=["url"])


class LogosBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, max_length=90, label=_("Title"))
    logos = blocks.ListBlock(LogoBlock(), min_num=3, max_num=16, label=_("Logos"))
    one_ink = blocks.BooleanBlock(
        required=False,
        default=True,
        label=_("In one ink"),
        help_text=_("Without colours, so that no logo is louder than another."),
    )

    class Meta:
        icon = "grip"
        group = _("Social proof")
        label = _("Logos")
        label_format = "{title}"
        template = "blocks/logos.html"
        description = _("The logos of customers, partners or the press, quietly in a row.")
        form_layout = blocks.BlockGroup(children=["title", "logos"], settings=["one_ink"])

    def get_preview_value(self):
        logos = [{"image": image, "name": image.title} for image in sample_images(4)]
        return self.normalize({"title": samples.logos_title(), "logos": logos, "one_ink": True})

    @property
    def is_previewable(self):
        return True
