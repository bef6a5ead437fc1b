"""Who may write content, not only metadata: everybody who could so far, but the SEO role."""

from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.models import Q

ROLE = "SEO"
# What the role could change without any of it being metadata.
NO_METADATA = (
    ("blog", "series"),
    ("core", "sharedsection"),
    ("core", "testimonial"),
)


def separate(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    # Django makes permissions after all migrations have run; the groups need this one now.
    app = apps.get_app_config("core")
    app.models_module = True
    create_permissions(app, apps=apps, verbosity=0)
    app.models_module = None
    write = Permission.objects.get(content_type__app_label="core", codename="edit_content")
    desk = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for group in Group.objects.filter(permissions=desk).exclude(name=ROLE):
        group.permissions.add(write)
    models = Q()
    for app_label, model in NO_METADATA:
        models |= Q(content_type__app_label=app_label, content_type__model=model)
    for group in Group.objects.filter(name=ROLE):
        group.permissions.remove(*Permission.objects.filter(models))
        documents = Q(permission__codename="change_document")
        GroupCollectionPermission.objects.filter(documents, group=group).delete()


class Migration(migrations.Migration):
    dependencies = [("editorial", "0012_lead_rights"), ("core", "0007_edit_content")]
    operations = [migrations.RunPython(separate, migrations.RunPython.noop)]
