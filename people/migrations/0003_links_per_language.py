"""A link of a person has its own words in each language."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


def give_links_their_language(apps, schema_editor):
    for link in apps.get_model("people", "PersonLink").objects.select_related("person"):
        link.locale_id, link.translation_key = link.person.locale_id, uuid.uuid4()
        link.save(update_fields=["locale", "translation_key"])


def locale(**options):
    return models.ForeignKey(
        editable=False,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="wagtailcore.locale",
        verbose_name="locale",
        **options,
    )


class Migration(migrations.Migration):
    # PostgreSQL does not change a table in the transaction that has filled it.
    atomic = False

    dependencies = [
        ("people", "0002_seo_fields"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AddField("personlink", "locale", locale(null=True)),
        migrations.AddField(
            "personlink", "translation_key", models.UUIDField(editable=False, null=True)
        ),
        migrations.RunPython(give_links_their_language, migrations.RunPython.noop),
        migrations.AlterField("personlink", "locale", locale()),
        migrations.AlterField(
            "personlink",
            "translation_key",
            models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AlterUniqueTogether("personlink", {("translation_key", "locale")}),
    ]
