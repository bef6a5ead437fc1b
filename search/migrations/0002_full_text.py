"""The full-text index of the public search, and two that Wagtail's own search lacks on PostgreSQL.

A later migration that lets Django build the table of SearchDocument anew on SQLite must run
`search.engines.sqlite.CREATE` again afterwards: with the old table its triggers go.
"""

from django.db import migrations

from search.engines import postgresql, sqlite

# Without them each search in the admin reads all entries and all pages.
ADMIN = {
    "search_admin_entries": "wagtailsearch_indexentry USING gin ((title || body))",
    "search_admin_pages": "wagtailcore_page ((id::varchar(50)))",
}


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        statements = [
            *postgresql.CREATE,
            *(f"CREATE INDEX {name} ON {columns}" for name, columns in ADMIN.items()),
        ]
    else:
        statements = sqlite.CREATE
    for statement in statements:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        statements = [*postgresql.DROP, *(f"DROP INDEX IF EXISTS {name}" for name in ADMIN)]
    else:
        statements = sqlite.DROP
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]
    operations = [migrations.RunPython(create, drop)]
