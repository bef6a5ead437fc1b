"""What the roles may do with testimonials and shared sections."""

from django.db import migrations

RIGHTS = {
    "Marketers": ("add", "change", "publish"),
    "Editors": ("add", "change", "delete", "publish"),
    "SEO": ("change", "publish"),
}
MODELS = ("sharedsection", "testimonial")


def grant(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for name, actions in RIGHTS.items():
        # An administrator may have renamed or removed the group since.
        for group in Group.objects.filter(name=name):
            for model in MODELS:
                content_type, _created = ContentType.objects.get_or_create(
                    app_label="core", model=model
                )
                for action in actions:
                    permission, _created = Permission.objects.get_or_create(
                        content_type=content_type,
                        codename=f"{action}_{model}",
                        defaults={"name": f"Can {action} {model}"},
                    )
                    group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0001_roles"), ("core", "0003_shared_content")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
