"""Who may keep patterns for posts: those who write them."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES = ("Marketers", "Editors")
RIGHTS = ("add", "change", "delete", "view")


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    # Django makes permissions after all migrations have run; the groups need these now.
    app = apps.get_app_config("blog")
    app.models_module = True
    create_permissions(app, apps=apps, verbosity=0)
    app.models_module = None
    permissions = Permission.objects.filter(
        content_type__app_label="blog",
        codename__in=[f"{right}_postpattern" for right in RIGHTS],
    )
    for group in Group.objects.filter(name__in=ROLES):
        group.permissions.add(*permissions)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0013_content_rights"), ("blog", "0006_patterns")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
