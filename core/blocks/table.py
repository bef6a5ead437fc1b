"""A table that can be read aloud: a caption, a heading for every column, and for every row if there is one."""

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import (
    TypedTableBlock,
    TypedTableBlockValidationError,
)

from core.blocks import samples


class TableDensity(TextChoices):
    COMFORTABLE = "comfortable", _("Comfortable")
    COMPACT = "compact", _("Compact")


class TableBlock(blocks.StructBlock):
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(required=False, label=_("Text"))),
            ("number", blocks.DecimalBlock(required=False, label=_("Number"))),
            (
                "rich_text",
                blocks.RichTextBlock(required=False, editor="inline", label=_("Text with links")),
            ),
        ],
        label=_("Table"),
    )
    note = blocks.CharBlock(
        required=False,
        max_length=200,
        label=_("Note"),
        help_text=_("Under the table: the source, or what a sign in it means."),
    )
    first_column_is_heading = blocks.BooleanBlock(
        required=False,
        default=True,
        label=_("The first column names the row"),
    )
    density = blocks.ChoiceBlock(
        choices=TableDensity.choices,
        default=TableDensity.COMFORTABLE,
        search_index=False,
        label=_("Density"),
    )

    class Meta:
        icon = "table"
        group = _("Structure")
        label = _("Table")
        template = "blocks/table.html"
        description = _("Figures and facts in rows and columns, with a caption that says what of.")
        form_layout = blocks.BlockGroup(
            children=["table", "note"], settings=["first_column_is_heading", "density"]
        )
        preview_value = staticmethod(samples.table)

    def clean(self, value):
        result = super().clean(value)
        if not self.is_deferred_validation and (missing := missing_parts(result["table"])):
            error = TypedTableBlockValidationError(non_block_errors=missing)
            raise blocks.StructBlockValidationError(block_errors={"table": error})
        return result


def missing_parts(table) -> list[ValidationError]:
    """Say what a table lacks for someone who hears it cell by cell."""
    missing = []
    if not table.caption:
        missing.append(_("Say in the caption what the table shows."))
    if not table.row_data:
        missing.append(_("Add at least one column and one row."))
    if not all(column["heading"].strip() for column in table.columns):
        missing.append(_("Give every column a heading."))
    return [ValidationError(message) for message in missing]
