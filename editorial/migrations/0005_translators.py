"""Who writes may translate."""

from django.db import migrations

TRANSLATORS = ("Marketers", "Editors")


def let_writers_translate(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    translate = Permission.objects.get(
        content_type__app_label="wagtail_localize", codename="submit_translation"
    )
    for group in Group.objects.filter(name__in=TRANSLATORS):
        group.permissions.add(translate)


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0004_missing_rights"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]
    operations = [migrations.RunPython(let_writers_translate, migrations.RunPython.noop)]
