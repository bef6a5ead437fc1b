"""Two or three columns side by side, each a small stream; columns within columns are not offered."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import samples
from core.blocks.key_points import KeyPointsBlock
from core.blocks.links import CallToActionBlock
from core.blocks.media import FigureBlock
from core.blocks.text import TextBlock


class ColumnStreamBlock(blocks.StreamBlock):
    text = TextBlock(features=["h3", "bold", "italic", "link", "ul", "ol"])
    figure = FigureBlock()
    key_points = KeyPointsBlock()
    call_to_action = CallToActionBlock()

    class Meta:
        icon = "list-ul"
        label = _("Column")
        min_num = 1
        max_num = 6


class ColumnRatio(TextChoices):
    EQUAL = "equal", _("Equal")
    FIRST = "first", _("The first is wider")
    LAST = "last", _("The last is wider")


class ColumnsBlock(blocks.StructBlock):
    columns = blocks.ListBlock(ColumnStreamBlock(), min_num=2, max_num=3, label=_("Columns"))
    ratio = blocks.ChoiceBlock(
        choices=ColumnRatio.choices,
        default=ColumnRatio.EQUAL,
        search_index=False,
        label=_("Widths"),
        help_text=_("On a phone the columns stand below each other, in this order."),
    )

    class Meta:
        icon = "tablet-alt"
        group = _("Structure")
        label = _("Columns")
        template = "blocks/columns.html"
        description = _("Two or three columns side by side, for what should be compared.")
        form_layout = blocks.BlockGroup(children=["columns"], settings=["ratio"])
        preview_value = staticmethod(samples.columns)

    def streams(self, value) -> list:
        """The streams inside, for whoever reads all blocks of a page."""
        return list(value["columns"])
