"""The same page in other languages, as search engines and social networks are told of it."""

from babel.core import get_global
from django.conf import settings
from django.utils import translation

from core import frame
from core.models import SeoFields

# Dates of the English pages are written the British way.
COUNTRIES = {"en": "GB"}


def may_have_alternates(record: SeoFields) -> bool:
    """Search engines take alternates only from what they list under its own address."""
    return not record.noindex and not record.canonical_url


def alternates(page, request) -> tuple[tuple[str, str], ...]:
    """The same page in each language, itself included, and where to send everyone else; empty if alone."""
    listed = page.indexable_languages(request)
    if translation.get_language() not in listed:
        return ()
    addresses = frame.alternate_urls(page, request)
    return with_default({code: url for code, url in addresses.items() if code in listed})


def with_default(addresses: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return pairs of hreflang and address, the default language for everyone else; empty for one language alone."""
    if len(addresses) < 2:
        return ()
    default = addresses.get(settings.LANGUAGE_CODE)
    return (*sorted(addresses.items()), *([("x-default", default)] if default else []))


def open_graph_locale(language: str) -> str:
    """Return a language as Open Graph writes it, such as it_IT: with the country where most people write it."""
    name, _hyphen, variant = language.partition("-")
    likely = get_global("likely_subtags")
    country = variant.upper() if len(variant) == 2 else ""
    full = likely.get(f"{name}_{variant.title()}") or likely.get(name, "")
    country = COUNTRIES.get(language) or country or full.rpartition("_")[2]
    return f"{name}_{country}" if country.isalpha() else ""
