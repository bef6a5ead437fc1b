"""Exports that a spreadsheet shows and never calculates: what visitors write may begin as a formula does."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(value):
    """Return a cell that no spreadsheet takes for a formula; numbers and dates are left alone."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


class FormulaSafeExport:
    """For a view that exports by Wagtail's SpreadsheetExportMixin."""

    def preprocess_field_value(self, field, value, export_format):
        return harmless(super().preprocess_field_value(field, value, export_format))
