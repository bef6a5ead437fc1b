"""Who may use the worksheet of titles and descriptions."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES, CODENAME = ("SEO", "Editors"), "edit_metadata"


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    # Django makes permissions after all migrations have run; the groups need this one now.
    app = apps.get_app_config("seo")
    app.models_module = True
    create_permissions(app, apps=apps, verbosity=0)
    app.models_module = None
    permission = Permission.objects.get(content_type__app_label="seo", codename=CODENAME)
    for group in Group.objects.filter(name__in=ROLES):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0010_audit_rights"), ("seo", "0005_worksheet")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
