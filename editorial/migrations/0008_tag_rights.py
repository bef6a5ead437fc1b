"""Who may set up the tags of other services."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES = ("Marketers", "Editors", "SEO")


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    # Django makes permissions after all migrations have run; the groups need this one now.
    app = apps.get_app_config("measurement")
    app.models_module = True
    create_permissions(app, apps=apps, verbosity=0)
    app.models_module = None
    permission = Permission.objects.get(
        content_type__app_label="measurement", codename="change_tagsettings"
    )
    for group in Group.objects.filter(name__in=ROLES):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0007_announcement_rights"), ("measurement", "0001_tags")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
