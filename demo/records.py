"""Finding and making the demo's records by the names that its files use."""

from django.core.files.base import ContentFile
from django.utils.text import slugify
from wagtail.models import Collection, Locale, Page, Site

from blog.models import BlogIndexPage, BlogPostPage, Category, Series
from core.models import SharedSection, SiteImage, Testimonial
from demo.pictures import draw, draw_logo, draw_portrait
from demo.source import key_of, original
from home.models import ContentPage, HomePage, LandingPage
from leads.models import FormPage
from people.models import PeopleIndexPage, Person

COLLECTION = "Demo"
PAGE_TYPES = {
    "blog": BlogIndexPage,
    "enquiry": FormPage,
    "machines": LandingPage,
    "people": PeopleIndexPage,
}


class Records:
    """The demo's records in the database: each is the same object however often it is loaded."""

    def __init__(self):
        self.locales = {locale.language_code: locale for locale in Locale.objects.all()}

    def find(self, model, kind: str, name: str, language: str):
        """Return the record, or a new one that knows its language and translation key."""
        identity = {"translation_key": key_of(kind, name), "locale": self.locales[language]}
        return model.objects.filter(**identity).first() or model(**identity)

    def frame(self, model, language: str):
        """Return the menu or the footer of a language, of which there is one."""
        locale = self.locales[language]
        return model.objects.filter(locale=locale).first() or model(locale=locale)

    def home(self, language: str) -> HomePage:
        root = Site.objects.get(is_default_site=True).root_page
        return HomePage.objects.get(
            translation_key=root.translation_key, locale=self.locales[language]
        )

    def page(self, name: str, language: str) -> Page:
        return self.find(PAGE_TYPES.get(name, ContentPage), "page", name, language)

    def post(self, slug: str, language: str) -> BlogPostPage:
        return self.find(BlogPostPage, "post", original(slug, language), language)

    def person(self, slug: str, language: str) -> Person:
        return self.find(Person, "person", slug, language)

    def category(self, name: str, language: str) -> Category:
        return self.find(Category, "category", name, language)

    def series(self, name: str, language: str) -> Series:
        return self.find(Series, "series", name, language)

    def testimonial(self, name: str, language: str) -> Testimonial:
        return self.find(Testimonial, "testimonial", name, language)

    def section(self, name: str, language: str) -> SharedSection:
        return self.find(SharedSection, "section", name, language)

    def collection(self) -> Collection:
        existing = Collection.objects.filter(name=COLLECTION).first()
        return existing or Collection.get_first_root_node().add_child(name=COLLECTION)

    def picture(self, seed: str, description: str, drawn_by=draw) -> SiteImage:
        """Return the picture of a seed, drawn the first time that it is asked for."""
        existing = SiteImage.objects.filter(title=seed, collection__name=COLLECTION).first()
        if existing:
            return existing
        return SiteImage.objects.create(
            title=seed,
            description=description,
            collection=self.collection(),
            file=ContentFile(drawn_by(seed, description), name=f"{seed}.jpg"),
        )

    def portrait(self, seed: str, description: str) -> SiteImage:
        return self.picture(seed, description, draw_portrait)

    def logo(self, name: str) -> SiteImage:
        return self.picture(slugify(f"logo {name}"), name, draw_logo)

    def publish(self, page: Page, parent: Page) -> None:
        """Add the page under its parent, or update it, with a revision that no person has made."""
        if page.pk:
            page.save()
        else:
            parent.add_child(instance=page)
        page.save_revision(clean=False).publish(skip_permission_checks=True)
