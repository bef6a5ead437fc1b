"""The menus of all languages are each other's translations, and so are the footers."""

import uuid

from django.db import migrations, models

FRAME = {
    "Navigation": uuid.UUID("0c5f4a55-0f4e-5c39-9d0c-3f3f5be3c0a1"),
    "Footer": uuid.UUID("e3b1a7d2-6a43-5a2f-8f70-1f2b0a9c7d54"),
}


def share_the_key(apps, schema_editor):
    for name, key in FRAME.items():
        apps.get_model("core", name).objects.update(translation_key=key)


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0004_seo_fields'),
    ]

    operations = [
        migrations.AlterField(
            model_name='footer',
            name='translation_key',
            field=models.UUIDField(default=FRAME['Footer'], editable=False),
        ),
        migrations.AlterField(
            model_name='navigation',
            name='translation_key',
            field=models.UUIDField(default=FRAME['Navigation'], editable=False),
        ),
        migrations.RunPython(share_the_key, migrations.RunPython.noop),
    ]
