"""Who may choose what the search finds first, and see what is looked for."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

RIGHTS = {
    "bestbet": ("add", "change", "delete"),
    "synonyms": ("add", "change", "delete"),
    "searchrecord": ("view",),
}


def grant(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    # Django makes permissions after all migrations have run; the groups need these now.
    app = apps.get_app_config("search")
    app.models_module = True
    create_permissions(app, apps=apps, verbosity=0)
    app.models_module = None
    codenames = [f"{action}_{model}" for model, actions in RIGHTS.items() for action in actions]
    permissions = Permission.objects.filter(content_type__app_label="search", codename__in=codenames)
    for group in Group.objects.filter(name__in=("Marketers", "Editors", "SEO")):
        group.permissions.add(*permissions)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0005_translators"), ("search", "0001_initial")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
