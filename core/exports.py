"""Exports that a spreadsheet shows and never calculates: what visitors write may begin as a formula does."""

import re

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
TELEPHONE = re.compile(r"\+[\d ]+")


def harmless(value):
    """Put an apostrophe before what a spreadsheet would work out; a plain telephone number stays as it is."""
    if isinstance(value, str) and value.startswith(FORMULA) and not TELEPHONE.fullmatch(value):
        return f"'{value}"
    return value


class FormulaSafeExport:
    """For a view that exports by Wagtail's SpreadsheetExportMixin, whose cells in XLSX are marked as text already."""

    def preprocess_field_value(self, field, value, export_format):
        shown = super().preprocess_field_value(field, value, export_format)
        return harmless(shown) if export_format == self.FORMAT_CSV else shown
