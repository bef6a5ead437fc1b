"""How the worksheet is narrowed, by controls that fit what the sheet holds."""

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet

from seo.desk.findings import FINDINGS
from seo.desk.sheets import Sheet, page_types

STATUSES = {
    "live": (_("Live"), Q(live=True)),
    "draft": (_("Draft"), Q(live=False)),
    "pending": (_("Live with a draft"), Q(live=True, has_unpublished_changes=True)),
}


class SheetFilterSet(WagtailFilterSet):
    sheet: Sheet

    def narrow_to_findings(self, records: QuerySet, name: str, chosen: list[str]) -> QuerySet:
        for finding in chosen:
            records = FINDINGS[finding].narrow(records, self.sheet)
        return records

    def narrow_to_status(self, records: QuerySet, name: str, chosen: str) -> QuerySet:
        return records.filter(STATUSES[chosen][1])


def filterset_for(sheet: Sheet) -> type[SheetFilterSet]:
    """Return the filters of a sheet; Wagtail adds the language where there are several."""
    fields = {
        "finding": django_filters.MultipleChoiceFilter(
            label=_("To look at"),
            choices=lambda: [
                (name, finding.label) for name, finding in FINDINGS.items() if finding.fits(sheet)
            ],
            widget=forms.CheckboxSelectMultiple,
            method="narrow_to_findings",
        )
    }
    if sheet.holds_pages:
        fields["content_type"] = ContentTypeFilter(
            label=_("Type"),
            queryset=lambda request: ContentType.objects.filter(pk__in=list(page_types())),
            empty_label=_("All"),
            widget=forms.RadioSelect,
        )
    if sheet.has_drafts:
        fields["status"] = django_filters.ChoiceFilter(
            label=_("Status"),
            choices=[(name, label) for name, (label, _condition) in STATUSES.items()],
            empty_label=_("All"),
            widget=forms.RadioSelect,
            method="narrow_to_status",
        )
    meta = type("Meta", (), {"model": sheet.model, "fields": []})
    return type("FilterSet", (SheetFilterSet,), fields | {"sheet": sheet, "Meta": meta})


def with_words(records: QuerySet, sheet: Sheet, words: str) -> QuerySet:
    """Those in whose name, title, description or address all of these words stand."""
    names = (sheet.title_field, "seo_title", "search_description", "slug")
    for word in words.split():
        in_any = Q()
        for name in names:
            in_any |= Q(**{f"{name}__icontains": word})
        records = records.filter(in_any)
    return records
