"""Removing the example company, and nothing that a person has made or changed since."""

from collections.abc import Callable

from django.contrib.auth import get_user_model
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Collection, Page, Site

from blog.models import BlogIndexPage, BlogPostPage, Category, PostPattern, Series, Tag
from core.models import (
    Announcement,
    BrandSettings,
    Footer,
    Navigation,
    SharedSection,
    SiteImage,
    Testimonial,
)
from core.references import places_of
from demo import source
from demo.accounts import DEMO_ONLY
from demo.records import COLLECTION
from home.models import ContentPage, HomePage, LandingPage
from leads.models import FormPage
from people.models import PeopleIndexPage, Person
from seo.models import MissingAddress

WELCOME = {"en": "Welcome", "it": "Benvenuti"}


class DemoRemover:
    def __init__(self, report: Callable[[str], None]):
        self.report = report

    def remove(self) -> None:
        self.reset_homes()
        started = timezone.now()
        self.remove_pages()
        # Nobody is waiting at the addresses of the example.
        MissingAddress.objects.filter(first_seen__gte=started).delete()
        visit = source.key_of("announcement", "visit")
        Announcement.objects.filter(translation_key=visit).delete()
        for model in (Navigation, Footer):
            model.objects.filter(locale__language_code__in=source.LANGUAGES).delete()
        self.remove_snippets(PostPattern, "pattern", [entry["key"] for entry in source.patterns()])
        self.remove_snippets(SharedSection, "section", [e["key"] for e in source.sections()])
        self.remove_snippets(Testimonial, "testimonial", [e["key"] for e in source.testimonials()])
        self.remove_snippets(Person, "person", [entry["slug"] for entry in source.people()])
        self.remove_taxonomy()
        Tag.objects.filter(post_tags__isnull=True).delete()
        self.remove_pictures()
        self.reset_brand()
        get_user_model().objects.filter(username__in=DEMO_ONLY).delete()

    def reset_homes(self) -> None:
        for home in HomePage.objects.select_related("locale", "latest_revision"):
            if changed_by_someone(home):
                self.report(_("Kept, because somebody has edited it: %s") % home.title)
                continue
            home.title = WELCOME.get(home.locale.language_code, WELCOME["en"])
            home.statement = home.search_description = ""
            home.featured_post, home.body, home.invitation = None, [], []
            home.save()
            home.save_revision(clean=False).publish(skip_permission_checks=True)

    def remove_pages(self) -> None:
        names = ("blog", "people", *source.PAGES, *source.FORMS, *source.LANDING_PAGES)
        keys = [source.key_of("page", name) for name in names]
        posts = [source.key_of("post", entry["slug"]) for entry in source.posts("en")]
        # Posts first: an index goes only when nothing is left below it.
        for model, wanted in (
            (BlogPostPage, posts),
            (ContentPage, keys),
            (FormPage, keys),
            (LandingPage, keys),
            (BlogIndexPage, keys),
            (PeopleIndexPage, keys),
        ):
            for page in model.objects.filter(translation_key__in=wanted):
                self.remove_page(page)

    def remove_page(self, page: Page) -> None:
        page.refresh_from_db()
        if changed_by_someone(page) or page.numchild:
            reason = _("Kept, because somebody has edited it or added pages below: %s")
            self.report(reason % page.title)
        else:
            page.delete()

    def remove_snippets(self, model, kind: str, names: list[str]) -> None:
        keys = [source.key_of(kind, name) for name in names]
        for record in model.objects.filter(translation_key__in=keys):
            if changed_by_someone(record) or places_of(record):
                self.report(_("Kept, because somebody has edited or uses it: %s") % record)
            else:
                record.delete()

    def remove_taxonomy(self) -> None:
        for model, kind, entries in (
            (Category, "category", source.categories()),
            (Series, "series", source.series()),
        ):
            keys = [source.key_of(kind, entry["key"]) for entry in entries]
            for record in model.objects.filter(translation_key__in=keys):
                if record.posts.exists():
                    self.report(_("Kept, because posts use it: %s") % record)
                else:
                    record.delete()

    def remove_pictures(self) -> None:
        for image in SiteImage.objects.filter(collection__name=COLLECTION):
            if places_of(image):
                self.report(_("Kept, because it is used: picture %s") % image)
                continue
            try:
                image.delete()
            except ProtectedError:
                self.report(_("Kept, because it is used: picture %s") % image)
        collection = Collection.objects.filter(name=COLLECTION).first()
        if collection and not SiteImage.objects.filter(collection=collection).exists():
            collection.delete()

    def reset_brand(self) -> None:
        brand = BrandSettings.for_site(Site.objects.get(is_default_site=True))
        if brand.name == source.pages("en")["home"]["title"]:
            brand.name = BrandSettings._meta.get_field("name").default
            brand.save()


def changed_by_someone(record) -> bool:
    """Whether a person has saved the record: the demo's own revisions have no author."""
    return record.revisions.filter(user__isnull=False).exists()
