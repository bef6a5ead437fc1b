"""Who may change the settings for search engines."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLE, MODEL, ACTION = "SEO", "seosettings", "change"


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    # Django makes permissions after all migrations have run; the group needs this one now.
    app = apps.get_app_config("seo")
    app.models_module = True
    create_permissions(app, apps=apps, verbosity=0)
    app.models_module = None
    permission = Permission.objects.get(
        content_type__app_label="seo", codename=f"{ACTION}_{MODEL}"
    )
    for group in Group.objects.filter(name=ROLE):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0002_shared_content"), ("seo", "0001_settings")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
