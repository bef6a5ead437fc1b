"""What invented posts lack for the SEO desk: titles and descriptions, some of them twice, and links between them."""

from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat, Mod
from wagtail.models import Page, ReferenceIndex

from blog.models import BlogPostPage
from core.models import SitePage

BATCH = 2000
# Of a hundred pages: this many are linked to, by two others each.
LINKED = 90


def add_metadata() -> None:
    """Fill in what is missing, once per database."""
    if ReferenceIndex.objects.exists() and Page.objects.exclude(search_description="").exists():
        return
    number = Cast(F("pk"), CharField())
    posts = Page.objects.filter(pk__in=BlogPostPage.objects.values("pk"))
    posts = posts.annotate(of_three=Mod("pk", 3), of_fifty=Mod("pk", 50))
    told = Concat(Value("What the post says about "), F("title"), Value(", number "), number)
    posts.filter(of_three=0).update(search_description=told, seo_title=F("title"))
    posts.filter(of_fifty=0).update(
        search_description="The same as on others", seo_title="The same as on others"
    )
    hundredth = SitePage.objects.annotate(of_hundred=Mod("pk", 100)).filter(of_hundred=7)
    SitePage.objects.filter(pk__in=list(hundredth.values_list("pk", flat=True))).update(
        noindex=True
    )
    add_links()
    with connection.cursor() as cursor:
        # What the server does by itself some minutes after so many changes.
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def add_links() -> None:
    """Two texts link to nearly every post."""
    kind = ContentType.objects.get_for_model(Page)
    source = ContentType.objects.get_for_model(BlogPostPage)
    keys = list(BlogPostPage.objects.order_by("pk").values_list("pk", flat=True))
    links = (
        ReferenceIndex(
            content_type=source,
            base_content_type=kind,
            object_id=str(keys[(place * 7 + step) % len(keys)]),
            to_content_type=kind,
            to_object_id=str(key),
            model_path="body.text.value",
            content_path=f"body.{step}.value",
            content_path_hash=UUID(int=step),
        )
        for place, key in enumerate(keys)
        if place % 100 < LINKED
        for step in (1, 2)
    )
    ReferenceIndex.objects.bulk_create(links, batch_size=BATCH, ignore_conflicts=True)
