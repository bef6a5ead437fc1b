"""What the worksheet of a hundred thousand pages reads instead of all pages: Wagtail’s table has no such indexes."""

from django.db import migrations

INDEXES = {
    "seo_page_titles": "(title, id, alias_of_id, content_type_id, depth, path)",
    "seo_page_translations": "(translation_key, locale_id, alias_of_id)",
    "seo_page_words": "(locale_id, live, alias_of_id, seo_title, title, content_type_id, depth, path)",
}


class Migration(migrations.Migration):
    dependencies = [("seo", "0005_worksheet"), ("wagtailcore", "0098_apitoken")]
    operations = [
        migrations.RunSQL(
            f"CREATE INDEX {name} ON wagtailcore_page {columns}", f"DROP INDEX IF EXISTS {name}"
        )
        for name, columns in INDEXES.items()
    ]
