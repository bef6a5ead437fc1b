"""Who decides what search engines list: everybody at the desk but the marketers."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLE = "Marketers"


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    # Django makes permissions after all migrations have run; the groups need this one now.
    app = apps.get_app_config("core")
    app.models_module = True
    create_permissions(app, apps=apps, verbosity=0)
    app.models_module = None
    right = Permission.objects.get(content_type__app_label="core", codename="edit_indexing")
    desk = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for group in Group.objects.filter(permissions=desk).exclude(name=ROLE):
        group.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0018_review"), ("core", "0009_edit_indexing")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
