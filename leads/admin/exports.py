"""Spreadsheets made of what strangers wrote: no cell begins like a formula."""

import re

from wagtail.admin.views.mixins import SpreadsheetExportMixin

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
TELEPHONE = re.compile(r"\+[\d ]+")


class SafeExportMixin(SpreadsheetExportMixin):
    """XLSX needs nothing: Wagtail marks its cells as text."""

    def preprocess_field_value(self, field, value, export_format):
        shown = super().preprocess_field_value(field, value, export_format)
        return harmless(shown) if export_format == self.FORMAT_CSV else shown


def harmless(value):
    """Put an apostrophe before what a spreadsheet would work out; a plain telephone number stays as it is."""
    if isinstance(value, str) and value.startswith(FORMULA) and not TELEPHONE.fullmatch(value):
        return f"'{value}"
    return value
