"""What a results page shows of each document, read from the pages, people and files themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from blog.models import BlogPostPage
from people.addresses import profile_url
from search.analysis import analyser
from search.models import SearchDocument
from search.reading import Reading
from search.snippets import marked, snippet
from search.sources import public

Source = SearchDocument.Source


@dataclass(frozen=True)
class Result:
    """`missing` are the words of the query that it lacks, as they were typed."""

    key: int
    url: str
    title: SafeString
    kind: str = ""
    date: object = None
    authors: tuple[str, ...] = ()
    picture: object = None
    snippet: SafeString | str = ""
    missing: tuple[str, ...] = ()


def results(
    keys: list[int], reading: Reading, locale, request, partial: Iterable[int] = ()
) -> list[Result]:
    """Return the results of these documents in this order, without any that is not public any more."""
    rows = SearchDocument.objects.filter(pk__in=keys).defer("title_terms", "body_terms")
    rows = sorted(rows, key=lambda row: keys.index(row.pk))
    records = public_records(rows)
    known = analyser(locale.language_code)
    terms = frozenset().union(*(group.terms for group in reading.groups))
    found = []
    for row in rows:
        record = records.get((row.source, row.object_id))
        url = record and address(row.source, record, request)
        if url:
            summary = getattr(record, "card_summary", "")
            shown = snippet(row.text, terms, known) or marked(summary, terms, known)
            found.append(
                Result(
                    row.pk,
                    url,
                    marked(row.title, terms, known),
                    kind(row.source, record),
                    row.date,
                    tuple(person.name for person in getattr(record, "byline", [])),
                    getattr(record, "card_image", None),
                    shown,
                    missing(row, reading, known) if row.pk in partial else (),
                )
            )
    return found


def public_records(rows: list[SearchDocument]) -> dict[tuple[str, int], object]:
    """Return the records behind the rows, by source and key: posts with what their results show."""
    found = {}
    for source in {row.source for row in rows}:
        keys = {row.object_id for row in rows if row.source == source}
        if source == Source.PAGE:
            posts = BlogPostPage.objects.listed().with_bylines().filter(pk__in=keys)
            found |= {(source, post.pk): post for post in posts}
            keys -= {pk for _source, pk in found}
        if keys:
            others = public(source).filter(pk__in=keys)
            others = others.specific() if source == Source.PAGE else others
            found |= {(source, record.pk): record for record in others}
    return found


def address(source: str, record, request) -> str:
    if source == Source.PERSON:
        return profile_url(record, request)
    return record.url if source == Source.DOCUMENT else record.get_url(request) or ""


def kind(source: str, record) -> str:
    if source == Source.PERSON:
        return gettext("Person")
    return gettext("Document") if source == Source.DOCUMENT else record.kind or gettext("Page")


def missing(row: SearchDocument, reading: Reading, known) -> tuple[str, ...]:
    terms = set(known.terms(f"{row.title} {row.text} {row.names}"))
    return tuple(
        word.text
        for word, group in zip(reading.query.wanted, reading.groups, strict=True)
        if not any(terms.issuperset(phrase) for phrase in group.phrases)
    )


def best_bet(bet, request) -> Result | None:
    """The page that marketers put first for these words, if anyone may read it."""
    page = public(Source.PAGE).filter(pk=bet.page_id).specific().first()
    url = page and page.get_url(request)
    if not url:
        return None
    summary = SafeString(escape(page.card_summary))
    return Result(
        0,
        url,
        SafeString(escape(page.card_title)),
        kind(Source.PAGE, page),
        page.card_date,
        snippet=summary,
    )
