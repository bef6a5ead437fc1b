"""PostgreSQL: a GIN index over the terms; of what matches, titles and the newest are ranked."""

import math
from collections import Counter

from django.db import connection

from search.engines.match import Group, Match

TABLE = "search_searchdocument"
# Ranking reads whole vectors, so it reads those of so many documents at most.
MOST_RANKED = 2000
# The constants of BM25, as SQLite has them, and how much more a term in the title counts.
K, B, TITLE_WEIGHT = 1.2, 0.75, 8
# ts_rank of one term that stands n times is (1 + 1/4 + … + 1/n²) / (π²/6) with all weights alike: from it
# comes n, for the rest of that series is about 1 / (n + 1/2).
TIMES = "round(1 / (1.644934 * (1 - least(0.9999, ts_rank('{{1, 1, 1, 1}}', {vector}, %s::tsquery)))) - 0.5)"
LABELS = "array_to_tsvector(string_to_array(facets, ' '))"
TERMS = f"(title_terms || body_terms || {LABELS})"
ALIVE = "(expire_at IS NULL OR expire_at > now())"
CREATE = [
    # Texts and vectors go beside the row, so that a search walks over narrow rows only; a vector is read
    # many times for each time it is written, so it is not compressed.
    f"ALTER TABLE {TABLE} SET (toast_tuple_target = 256)",
    f"ALTER TABLE {TABLE} ALTER COLUMN body_terms SET STORAGE EXTERNAL",
    # Without the list of pending entries, every search costs the same however long ago the last save was.
    f"CREATE INDEX search_document_terms ON {TABLE} USING gin ({TERMS}) WITH (fastupdate = off)",
    f"CREATE INDEX search_document_title ON {TABLE} USING gin (title_terms) WITH (fastupdate = off)",
]
DROP = [
    "DROP INDEX IF EXISTS search_document_terms",
    "DROP INDEX IF EXISTS search_document_title",
]
INDEXES = ("search_document_terms", "search_document_title")
# Where many rows come, the indexes take them in by the list, which halves the work of the server.
BEFORE_MANY = [f"ALTER INDEX {index} SET (fastupdate = on)" for index in INDEXES]
AFTER_MANY = [
    *(f"ALTER INDEX {index} SET (fastupdate = off)" for index in INDEXES),
    *(f"SELECT gin_clean_pending_list('{index}')" for index in INDEXES),
]
TIDY = [f"ANALYZE {TABLE}"]


def ranked(match: Match, limit: int, hits: int = 0) -> list[tuple[int, float]]:
    """Return the best documents and their scores by BM25, the best first."""
    scores, terms = [], []
    times = f"({TITLE_WEIGHT} * {TIMES.format(vector='title')} + {TIMES.format(vector='body')})"
    for group in match.groups:
        for phrase in group.phrases:
            scores.append(
                f"{rarity(group, match.total)} * {times} * {K + 1} / ({times} + {K} * ({1 - B} + {B} * length / mean))"
            )
            terms += [as_query(phrase)] * 4
    chosen, values = candidates(match)
    return query(
        f"SELECT id, {' + '.join(scores) or '0'} AS score FROM ("  # noqa: S608
        # Put together with nothing, a vector is read from its storage once, and not once per term; OFFSET keeps it so.
        "SELECT id, length, avg(length) OVER () AS mean, title_terms AS title, body_terms || ''::tsvector AS body "
        f"FROM {TABLE} WHERE id IN ({chosen}) OFFSET 0) AS chosen ORDER BY score DESC, id DESC LIMIT %s",
        [*terms, *values, limit],
    )


def candidates(match: Match) -> tuple[str, list]:
    """What is worth ranking: first who has a word in the title, then the newest, for loose matches word by word."""
    one = f"(SELECT id FROM {TABLE} WHERE {{}} AND {TERMS} @@ %s::tsquery AND {ALIVE} ORDER BY date DESC NULLS LAST, id DESC LIMIT {{}})"  # noqa: S608
    whole = expression(match)
    in_title = " | ".join(map(any_of, match.groups)) or "''"
    if match.in_title:
        condition = "title_terms @@ %s::tsquery"
        return one.format(condition, MOST_RANKED), [words_of(match), whole]
    parts = [one.format("title_terms @@ %s::tsquery", MOST_RANKED // 4)]
    values = [in_title, whole]
    share = MOST_RANKED // len(match.groups) if match.loosely else MOST_RANKED
    for group in match.groups if match.loosely else [None]:
        parts.append(one.format("true", share))
        values.append(whole if group is None else f"{any_of(group)} & ({whole})")
    return " UNION ".join(parts), values


def newest(match: Match, limit: int) -> list[tuple[int, float]]:
    """Return the latest documents; their score is nothing."""
    return query(
        f"SELECT id, 0 FROM {TABLE} WHERE {TERMS} @@ %s::tsquery AND {ALIVE} "  # noqa: S608
        "ORDER BY date DESC NULLS LAST, id DESC LIMIT %s",
        [expression(match), limit],
    )


def counted(match: Match) -> tuple[int, Counter]:
    """Return how many documents match, and how many of them carry each label."""
    [(total, labels)] = query(
        f"SELECT count(*), string_agg(facets, ' ') FROM {TABLE} "  # noqa: S608
        f"WHERE {TERMS} @@ %s::tsquery AND {ALIVE}",
        [expression(match)],
    )
    return total, Counter((labels or "").split())


def count(match: Match) -> int:
    condition, values = matching(match)
    [(total,)] = query(f"SELECT count(*) FROM {TABLE} WHERE {condition} AND {ALIVE}", values)  # noqa: S608
    return total


def existing(matches: list[Match]) -> list[Match]:
    """Return those that find anything, in one query."""
    parts, values = [], []
    for place, match in enumerate(matches):
        condition, wanted = matching(match)
        parts.append(
            f"SELECT {place} WHERE EXISTS (SELECT 1 FROM {TABLE} WHERE {condition} AND {ALIVE})"  # noqa: S608
        )
        values += wanted
    rows = query(" UNION ALL ".join(parts), values) if parts else []
    return [matches[place] for (place,) in rows]


def matching(match: Match) -> tuple[str, list]:
    condition, values = f"{TERMS} @@ %s::tsquery", [expression(match)]
    if match.in_title:
        return f"title_terms @@ %s::tsquery AND {condition}", [words_of(match), *values]
    return condition, values


def count_words(rows: list[tuple]) -> None:
    """Add to the counts of words, each (language, word, folded, term, start, number)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_vocabularyword AS w (locale_id, text, folded, term, start, documents) "
            "SELECT * FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[], %s::text[], %s::int[]) "
            "ON CONFLICT (locale_id, text) DO UPDATE SET documents = w.documents + excluded.documents",
            [list(column) for column in zip(*rows, strict=True)] or [[]] * 6,
        )


def add_variants(rows: list[tuple]) -> None:
    """Store spelling variants, each (word, text)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_spellingvariant (word_id, text) SELECT * FROM unnest(%s::bigint[], %s::text[])",
            [list(column) for column in zip(*rows, strict=True)] or [[]] * 2,
        )


def query(sql: str, values: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def rarity(group: Group, total: int) -> float:
    documents = max(1, group.documents)
    return round(math.log(1 + (max(total, documents) + 0.5) / (documents + 0.5)), 4)


def expression(match: Match) -> str:
    """Write a match as a tsquery; every term stands in quotes, so none can be an operator."""
    words = words_of(match)
    parts = [f"({words})"] if words else []
    parts += [f"'{label}'" for label in match.labels]
    parts += [f"!{any_of(group)}" for group in match.excluded]
    return " & ".join(parts)


def words_of(match: Match) -> str:
    return (" | " if match.loosely else " & ").join(map(any_of, match.groups))


def any_of(group: Group) -> str:
    return "(" + " | ".join(map(as_query, group.phrases)) + ")"


def as_query(phrase: tuple[str, ...]) -> str:
    return "(" + " <-> ".join(f"'{term}'" for term in phrase) + ")"
