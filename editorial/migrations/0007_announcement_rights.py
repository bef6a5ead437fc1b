"""Who may announce something above every page."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES, ACTIONS = ("Marketers", "Editors"), ("add", "change", "delete")


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    # Django makes permissions after all migrations have run; the groups need these now.
    app = apps.get_app_config("core")
    app.models_module = True
    create_permissions(app, apps=apps, verbosity=0)
    app.models_module = None
    permissions = Permission.objects.filter(
        content_type__app_label="core", codename__in=[f"{action}_announcement" for action in ACTIONS]
    )
    for group in Group.objects.filter(name__in=ROLES):
        group.permissions.add(*permissions)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0006_search_rights"), ("core", "0006_announcement")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
