"""What a visitor typed, made safe to search for, and what it finds."""

import re
import unicodedata

from django.db.models import QuerySet
from wagtail.search.query import PlainText

from core.models import SitePage
from people.models import Person

MAX_LENGTH = 128
MAX_WORDS = 16
# Letters and digits of any script, with the marks that belong to them.
WORD = re.compile(r"[^\W_]+")


def normalise(text: str) -> str:
    """Return the words of a query: composed, at most 16 of them, without what no index can hold.

    Control characters, quotes and operators go, for each of them made a stock backend answer 500.
    """
    composed = unicodedata.normalize("NFC", text[: MAX_LENGTH * 4])
    return " ".join(WORD.findall(composed)[:MAX_WORDS])[:MAX_LENGTH].strip()


def find_pages(query: str, locale) -> QuerySet:
    """Return public pages of a language that hold every word of a normalised query, best first."""
    published = SitePage.objects.published().filter(locale=locale)
    # The search backend reads plain filters only, so what is published comes as a subquery.
    pages = SitePage.objects.filter(pk__in=published.values("pk")).specific()
    return pages.search(PlainText(query, operator="and"), order_by_relevance=True)


def find_people(query: str, locale) -> QuerySet:
    """Return people of a language who have a profile and whose record holds every word."""
    people = Person.objects.with_profile().filter(locale=locale)
    return people.search(PlainText(query, operator="and"))
