"""The site as it begins: one home page, in each language, and the Site record with the site's address."""

from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.db import migrations

TITLES = {"en": "Welcome", "it": "Benvenuti"}
DEFAULT_PORTS = {"http": 80, "https": 443}


def create_site(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Locale = apps.get_model("wagtailcore", "Locale")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    HomePage = apps.get_model("home", "HomePage")

    # Wagtail's own welcome page and the site that shows it.
    Site.objects.all().delete()
    Page.objects.filter(depth=2).delete()
    root = Page.objects.get(depth=1)

    content_type, _created = ContentType.objects.get_or_create(
        model="homepage", app_label="home"
    )
    translation_key = uuid4()
    homes = []
    for position, (code, _name) in enumerate(settings.LANGUAGES, start=1):
        locale, _created = Locale.objects.get_or_create(language_code=code)
        slug = "home" if code == settings.LANGUAGE_CODE else f"home-{code}"
        title = TITLES.get(code, TITLES["en"])
        homes.append(
            HomePage.objects.create(
                title=title,
                draft_title=title,
                slug=slug,
                url_path=f"/{slug}/",
                path=f"{root.path}{position:04d}",
                depth=2,
                numchild=0,
                content_type=content_type,
                locale=locale,
                translation_key=translation_key,
                live=True,
            )
        )
    root.numchild = len(homes)
    root.save(update_fields=["numchild"])

    address = urlsplit(settings.SITE_URL)
    Site.objects.create(
        hostname=address.hostname,
        port=address.port or DEFAULT_PORTS[address.scheme],
        root_page=next(
            home
            for home in homes
            if home.locale.language_code == settings.LANGUAGE_CODE
        ),
        is_default_site=True,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("core", "0002_frame"),
        ("wagtailcore", "0098_apitoken"),
        # Deleting a page in a migration asks every model that refers to pages.
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]
    operations = [migrations.RunPython(create_site, migrations.RunPython.noop)]
