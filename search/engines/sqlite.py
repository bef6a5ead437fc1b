"""SQLite: one FTS5 index beside the table, kept by triggers, ranked by BM25 with the title first."""

from collections import Counter

from django.db import connection
from django.utils import timezone

from search.engines.match import Group, Match

TABLE = "search_searchdocument"
COLUMNS = ("title_terms", "body_terms", "facets")
TITLE_WEIGHT = 8
# Ranking by BM25 looks at every document that matches, so it is asked for so many at most.
MOST_RANKED = 5000
ROWS = f"search_index AS i CROSS JOIN {TABLE} AS d INDEXED BY search_labels ON d.id = i.rowid"
ALIVE = f"d.id NOT IN (SELECT id FROM {TABLE} WHERE expire_at <= %s)"  # noqa: S608
NOT_EXPIRED = ALIVE.replace("d.id", "d.rowid")
FOUND = f"FROM search_index AS d WHERE search_index MATCH %s AND {NOT_EXPIRED}"
BEST = f"SELECT d.rowid AS key, -bm25(search_index, {TITLE_WEIGHT}, 1, 0) AS score {FOUND}"
LATEST = f"SELECT d.rowid AS key, 0 AS score {FOUND}"
NEW, OLD = (", ".join(f"{row}.{name}" for name in COLUMNS) for row in ("new", "old"))
FORGET = f"INSERT INTO search_index(search_index, rowid, {', '.join(COLUMNS)}) VALUES ('delete', old.id, {OLD});"  # noqa: S608
LEARN = f"INSERT INTO search_index(rowid, {', '.join(COLUMNS)}) VALUES (new.id, {NEW});"  # noqa: S608
# The ascii tokeniser parts at spaces only, for a term is made of letters, digits and what is not ASCII.
CREATE = [
    f"CREATE VIRTUAL TABLE search_index USING fts5({', '.join(COLUMNS)}, content='{TABLE}', content_rowid='id', tokenize='ascii')",
    # Narrow, so that counting labels and sorting by date need not walk over the texts.
    f"CREATE INDEX search_labels ON {TABLE} (id, date, facets)",
    f"CREATE TRIGGER search_index_insert AFTER INSERT ON {TABLE} BEGIN {LEARN} END",
    f"CREATE TRIGGER search_index_delete AFTER DELETE ON {TABLE} BEGIN {FORGET} END",
    f"CREATE TRIGGER search_index_update AFTER UPDATE ON {TABLE} BEGIN {FORGET} {LEARN} END",
]
DROP = [
    *(f"DROP TRIGGER IF EXISTS search_index_{event}" for event in ("insert", "delete", "update")),
    "DROP INDEX IF EXISTS search_labels",
    "DROP TABLE IF EXISTS search_index",
]
BEFORE_MANY = AFTER_MANY = ()
TIDY = ["INSERT INTO search_index(search_index) VALUES ('optimize')"]


def ranked(match: Match, limit: int, hits: int = 0) -> list[tuple[int, float]]:
    """Return the best documents and their scores, the best first.

    Of more than MOST_RANKED `hits` only those with a word in the title are ranked; the latest follow.
    """
    if hits <= MOST_RANKED:
        return query(
            f"{BEST} ORDER BY score DESC, key DESC LIMIT %s", best(expression(match), limit)
        )
    whole = expression(match)
    titles = f"(title_terms : ({' OR '.join(map(any_of, match.groups))})) AND {whole}"
    found = query(
        f"SELECT * FROM ({BEST} ORDER BY score DESC, key DESC LIMIT %s) "  # noqa: S608
        f"UNION ALL SELECT * FROM ({LATEST} ORDER BY key DESC LIMIT %s)",
        [*best(titles, limit), *best(whole, limit)],
    )
    # Those that are found both ways keep their place among the best.
    scores = dict(reversed(found))
    return [(key, scores[key]) for key in dict(found)][:limit]


def best(expression: str, limit: int) -> list:
    return [expression, timezone.now(), limit]


def newest(match: Match, limit: int) -> list[tuple[int, float]]:
    """Return the latest documents; their score is nothing."""
    return query(
        f"SELECT d.id, 0 FROM {ROWS} "  # noqa: S608
        f"WHERE search_index MATCH %s AND {ALIVE} ORDER BY d.date DESC, d.id DESC LIMIT %s",
        [expression(match), timezone.now(), limit],
    )


def counted(match: Match) -> tuple[int, Counter]:
    """Return how many documents match, and how many of them carry each label."""
    [(total, labels)] = query(
        f"SELECT count(*), group_concat(d.facets, ' ') FROM {ROWS} "  # noqa: S608
        f"WHERE search_index MATCH %s AND {ALIVE}",
        [expression(match), timezone.now()],
    )
    return total, Counter((labels or "").split())


def count(match: Match) -> int:
    [(total,)] = query(
        f"SELECT count(*) {FOUND}",
        [expression(match), timezone.now()],
    )
    return total


def existing(matches: list[Match]) -> list[Match]:
    """Return those that find anything, in one query."""
    parts, values = [], []
    for place, match in enumerate(matches):
        parts.append(f"SELECT {place} WHERE EXISTS (SELECT 1 {FOUND})")
        values += [expression(match), timezone.now()]
    rows = query(" UNION ALL ".join(parts), values) if parts else []
    return [matches[place] for (place,) in rows]


def count_words(rows: list[tuple]) -> None:
    """Add to the counts of words, each (language, word, folded, term, start, number)."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_vocabularyword (locale_id, text, folded, term, start, documents) "
            "VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (locale_id, text) "
            "DO UPDATE SET documents = documents + excluded.documents",
            rows,
        )


def add_variants(rows: list[tuple]) -> None:
    """Store spelling variants, each (word, text)."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_spellingvariant (word_id, text) VALUES (%s, %s)", rows
        )


def query(sql: str, values: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def expression(match: Match) -> str:
    """Write a match in the language of FTS5; every term stands in quotes, so none can be an operator."""
    words = (" OR " if match.loosely else " AND ").join(map(any_of, match.groups))
    # No word can be a label, so only titles are told apart.
    column = "title_terms : " if match.in_title else ""
    parts = [f"({column}({words}))"] if words else []
    parts += [f'(facets : "{label}")' for label in match.labels]
    excluded = "".join(f" NOT {any_of(group)}" for group in match.excluded)
    return f"({' AND '.join(parts)}){excluded}"


def any_of(group: Group) -> str:
    return "(" + " OR ".join(f'"{" ".join(phrase)}"' for phrase in group.phrases) + ")"
