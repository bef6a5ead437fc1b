"""The lines of the worksheet: what each record says to machines and what stands in where it says nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.forms.utils import flatatt
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Locale, Page, Site

from core.advice import SEARCH_DESCRIPTION, SEARCH_TITLE
from core.models import BrandSettings
from core.promote import counter
from seo.breadcrumbs import set_breadcrumbs
from seo.desk.sheets import Sheet, page_types
from seo.desk.state import State, Values, states_of
from seo.settings import seo_of
from seo.titles import fill, template_for
from seo.wording import wording

# Stands in a filled template where the title goes.
TITLE = "{title}"


@dataclass(frozen=True)
class Row:
    """One line; `fallback` is what machines read where a field is empty, `pattern` the title element around {title}."""

    key: int
    own_address: str
    name: str
    kind: str
    language: str
    address: str
    edit_address: str
    is_live: bool
    is_hidden: bool
    has_draft: bool
    changed_at: datetime | None
    state: State
    fallback: Values
    pattern: str
    site_name: str
    # What the form holds, where that is not what is stored.
    typed: Values | None = None

    @property
    def title_counter(self) -> str:
        around = {"pattern": self.pattern, "site": self.site_name, "shown": _("Shown:")}
        return flatatt(counter("seo_title", SEARCH_TITLE, **around))

    @property
    def description_counter(self) -> str:
        return flatatt(counter("search_description", SEARCH_DESCRIPTION))

    @property
    def values(self) -> Values:
        return self.typed or self.state.shown

    @property
    def resolved(self) -> Values:
        """What machines read, the title as it stands in the title element."""
        shown = {name: text or self.fallback[name] for name, text in self.state.shown.items()}
        title = shown["seo_title"]
        whole = title if self.site_name in title else self.pattern.replace(TITLE, title)
        return shown | {"seo_title": whole}

    def with_typed(self, values: Values) -> "Row":
        return replace(self, typed=self.state.shown | values)


def rows_of(sheet: Sheet, keys: Iterable[int], request) -> list[Row]:
    """Return the lines of these records in this order, in as many queries as there are kinds of record."""
    keys = list(keys)
    records = records_of(sheet, keys)
    states = states_of(list(records.values()))
    locales = {locale.pk: locale.language_code for locale in Locale.objects.all()}
    site = Site.find_for_request(request)
    brand = BrandSettings.for_request(request) if site else BrandSettings()
    texts = texts_of(sheet, list(records.values()))
    return [
        row(
            sheet,
            records[key],
            states[key],
            locales.get(getattr(records[key], "locale_id", None), ""),
            texts.get(key),
            brand.name,
            request,
        )
        for key in keys
        if key in records
    ]


def records_of(sheet: Sheet, keys: list[int]) -> dict:
    """The records by key, pages as what they are, with what their words are made of."""
    if not sheet.holds_pages:
        return sheet.everything().in_bulk(keys)
    types = page_types()
    kinds = dict(Page.objects.filter(pk__in=keys).values_list("pk", "content_type_id"))
    found: dict = {}
    for kind in types.keys() & kinds.values():
        own = [key for key in keys if kinds.get(key) == kind]
        found |= types[kind]._default_manager.for_metadata().in_bulk(own)
    set_breadcrumbs(list(found.values()))
    return found


def texts_of(sheet: Sheet, records: list) -> dict[int, tuple[str, str]]:
    """What apps above say of their records’ titles and texts, by key: hooks "metadata_texts"."""
    found: dict[int, tuple[str, str]] = {}
    for texts in hooks.get_hooks("metadata_texts"):
        found |= texts(sheet.model, records) or {}
    return found


def row(sheet, record, state: State, language: str, texts, site_name: str, request) -> Row:
    variables = record.title_variables
    if sheet.holds_pages:
        trail = record.breadcrumbs
        variables = {"section": trail[-1].title if trail else ""} | variables
    with translation.override(language or settings.LANGUAGE_CODE):
        fallback = fallback_of(record, texts, site_name)
    template = template_for(seo_of(request).templates, record._meta.label_lower, language)
    return Row(
        key=record.pk,
        own_address=sheet.address("seo_worksheet_row", record.pk),
        name=getattr(record, "draft_title", "") or str(record),
        kind=capfirst(record._meta.verbose_name),
        language=language,
        address=(record.get_url(request) or "") if sheet.holds_pages else "",
        edit_address=sheet.edit_address(record),
        is_live=getattr(record, "live", True),
        is_hidden=record.noindex,
        has_draft=getattr(record, "has_unpublished_changes", False),
        changed_at=getattr(record, "latest_revision_created_at", None),
        state=state,
        fallback=fallback,
        pattern=fill(template, TITLE, site_name, variables),
        site_name=site_name,
    )


def fallback_of(record, texts, site_name: str) -> Values:
    """What stands in for each field, by the functions that also make the head of the page."""
    # As if nobody had written one: the text that stands in may be made of it.
    record.search_description = ""
    name, text = texts or (record.metadata_title or site_name, record.metadata_description)
    description = wording(record, name, text, site_name).description
    record.seo_title = ""
    title = wording(record, name, text, site_name).title
    return {"seo_title": title, "search_description": description}
