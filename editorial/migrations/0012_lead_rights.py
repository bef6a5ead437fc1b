"""Who may read what visitors have sent, and who has subscribed."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES = ("Marketers", "Editors")
RIGHTS = {
    "submission": ("view", "delete"),
    "subscription": ("view",),
    "delivery": ("view", "change"),
}


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    # Django makes permissions after all migrations have run; the groups need these now.
    app = apps.get_app_config("leads")
    app.models_module = True
    create_permissions(app, apps=apps, verbosity=0)
    app.models_module = None
    codenames = [f"{action}_{model}" for model, actions in RIGHTS.items() for action in actions]
    permissions = Permission.objects.filter(content_type__app_label="leads", codename__in=codenames)
    for group in Group.objects.filter(name__in=ROLES):
        group.permissions.add(*permissions)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0011_worksheet_rights"), ("leads", "0001_forms")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
