"""Who may look after missing addresses."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES, MODEL, ACTIONS = ("SEO", "Editors"), "missingaddress", ("add", "change", "delete", "view")


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    # Django makes permissions after all migrations have run; the groups need these now.
    app = apps.get_app_config("seo")
    app.models_module = True
    create_permissions(app, apps=apps, verbosity=0)
    app.models_module = None
    permissions = Permission.objects.filter(
        content_type__app_label="seo", codename__in=[f"{action}_{MODEL}" for action in ACTIONS]
    )
    for group in Group.objects.filter(name__in=ROLES):
        group.permissions.add(*permissions)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0003_seo_rights"), ("seo", "0003_missing_addresses")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
