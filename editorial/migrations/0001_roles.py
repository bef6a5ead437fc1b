"""The three roles of the desk, as groups that administrators may change afterwards."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

# Group -> rights in the page tree, in the media library, and over models (action_model).
ROLES = {
    "Marketers": {
        "pages": ("add", "change", "publish"),
        "media": ("add", "change", "choose"),
        "models": {
            "people.person": ("add", "change", "publish"),
            "blog.category": ("add", "change"),
            "blog.series": ("add", "change"),
            "blog.tag": ("add", "change"),
        },
    },
    "Editors": {
        "pages": ("add", "bulk_delete", "change", "lock", "publish", "unlock"),
        "media": ("add", "change", "choose", "delete"),
        "models": {
            "people.person": ("add", "change", "delete", "lock", "publish", "unlock"),
            "blog.category": ("add", "change", "delete"),
            "blog.series": ("add", "change", "delete"),
            "blog.tag": ("add", "change", "delete"),
            "core.navigation": ("add", "change", "delete"),
            "core.footer": ("add", "change", "delete"),
            "core.brandsettings": ("change",),
            "wagtailredirects.redirect": ("add", "change", "delete"),
        },
    },
    "SEO": {
        "pages": ("change", "publish"),
        "media": ("change", "choose"),
        "models": {
            "people.person": ("change", "publish"),
            "blog.category": ("change",),
            "blog.series": ("change",),
            "blog.tag": ("change",),
            "wagtailredirects.redirect": ("add", "change", "delete"),
        },
    },
}


def create_roles(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    Page = apps.get_model("wagtailcore", "Page")
    Collection = apps.get_model("wagtailcore", "Collection")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")

    # Django makes permissions after all migrations have run; the groups need them now.
    for app in apps.get_app_configs():
        # Without this mark Django takes the app of a migration for one without models.
        app.models_module = True
        create_permissions(app, apps=apps, verbosity=0)
        app.models_module = None

    def permission(model, action):
        app_label, model_name = model.split(".")
        content_type = ContentType.objects.get(app_label=app_label, model=model_name)
        # Wagtail adds publish, lock and unlock for snippets later still, and only where they are missing.
        return Permission.objects.get_or_create(
            content_type=content_type,
            codename=f"{action}_{model_name}",
            defaults={"name": f"Can {action} {model_name}"},
        )[0]

    root = Page.objects.get(depth=1)
    library = Collection.objects.get(depth=1)
    # Wagtail's own groups, which these replace.
    Group.objects.filter(name__in=("Moderators", "Editors")).delete()
    for name, rights in ROLES.items():
        group = Group.objects.create(name=name)
        group.permissions.add(
            Permission.objects.get(
                content_type__app_label="wagtailadmin", codename="access_admin"
            ),
            *(
                permission(model, action)
                for model, actions in rights["models"].items()
                for action in actions
            ),
        )
        for action in rights["pages"]:
            GroupPagePermission.objects.create(
                group=group, page=root, permission=permission("wagtailcore.page", action)
            )
        for action in rights["media"]:
            for model in ("wagtailimages.image", "wagtaildocs.document"):
                GroupCollectionPermission.objects.create(
                    group=group, collection=library, permission=permission(model, action)
                )


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("home", "0002_sites"),
        ("blog", "0001_initial"),
        ("people", "0001_initial"),
        ("core", "0002_frame"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(create_roles, migrations.RunPython.noop)]
