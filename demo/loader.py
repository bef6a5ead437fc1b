"""Loading the example company: every step can be repeated and changes nothing the second time."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from wagtail.models import Site

from blog.models import BlogPostAuthor, BlogPostPage, RelatedPost
from core.models import Announcement, BrandSettings, Footer, Navigation
from demo import source
from demo.blocks import StreamBuilder
from demo.forms import load_forms
from demo.patterns import load_patterns
from demo.records import Records
from people.models import PersonLink

FIRST_VISITS = ("/", "/blog/", "/people/", "/machines/")


def early(day: date) -> datetime:
    """Return a moment of the day that readers see, whatever day it is for the machine."""
    return datetime.combine(day, time(8), tzinfo=UTC)


class DemoLoader:
    def __init__(self, report: Callable[[str], None]):
        self.report = report
        self.records = Records()

    def announce(self, message: str, **values) -> None:
        """Report in the language of who runs the command, not in that of the content."""
        with translation.override(settings.LANGUAGE_CODE):
            self.report(gettext(message) % values)

    def load(self) -> None:
        self.load_brand()
        for language in source.languages():
            with translation.override(language):
                self.load_people(language)
                self.load_taxonomy(language)
                self.load_shared(language)
                load_patterns(self.records, language)
                self.load_pages(language)
                self.load_posts(language)
                self.load_landing_pages(language)
                self.load_home(language)
                self.load_frame(language)

    def load_brand(self) -> None:
        brand = BrandSettings.for_site(Site.objects.get(is_default_site=True))
        brand.name = source.pages("en")["home"]["title"]
        brand.save()

    def load_people(self, language: str) -> None:
        self.announce(_("People (%(language)s)"), language=language)
        for entry in source.people():
            person = self.records.person(entry["slug"], language)
            text = entry[language]
            person.name, person.slug = entry["name"], entry["slug"]
            person.organisation, person.role = entry.get("organisation", ""), text["role"]
            person.short_bio, person.long_bio = text["short_bio"], text["long_bio"]
            person.photo = self.records.portrait(entry["slug"], entry["en"]["photo_alt"])
            person.photo_alt = text["photo_alt"]
            person.user = get_user_model().objects.filter(username=entry.get("account")).first()
            person.links = [
                PersonLink(**(link | {"label": link["label"][language], "locale": person.locale}))
                for link in entry.get("links", [])
            ]
            person.save()
            person.save_revision(clean=False).publish(skip_permission_checks=True)

    def load_taxonomy(self, language: str) -> None:
        for find, entries in (
            (self.records.category, source.categories()),
            (self.records.series, source.series()),
        ):
            for entry in entries:
                record = find(entry["key"], language)
                for name, value in entry[language].items():
                    setattr(record, name, value)
                record.save()

    def load_pages(self, language: str) -> None:
        self.announce(_("Pages (%(language)s)"), language=language)
        home = self.records.home(language)
        for name in ("blog", "people", *source.PAGES):
            entry = source.pages(language)[name]
            page = self.records.page(name, language)
            page.title, page.slug = entry["title"], entry.get("slug", name)
            page.lead, page.search_description = entry["lead"], entry["search_description"]
            self.records.publish(page, home)
        load_forms(self.records, language, home)
        # Streams link to pages, so they wait until all pages are there.
        for name in source.PAGES:
            page = self.records.page(name, language)
            page.body = StreamBuilder(self.records, language).stream(
                source.pages(language)[name].get("body", [])
            )
            self.records.publish(page, home)

    def load_shared(self, language: str) -> None:
        for entry in source.testimonials():
            testimonial = self.records.testimonial(entry["key"], language)
            testimonial.name, testimonial.organisation = entry["name"], entry["organisation"]
            testimonial.role, testimonial.quote = entry[language]["role"], entry[language]["quote"]
            testimonial.save()
            testimonial.save_revision(clean=False).publish(skip_permission_checks=True)
        for entry in source.sections():
            section = self.records.section(entry["key"], language)
            section.name = entry[language]["name"]
            section.body = StreamBuilder(self.records, language).stream(entry[language]["body"])
            section.save()
            section.save_revision(clean=False).publish(skip_permission_checks=True)

    def load_landing_pages(self, language: str) -> None:
        for name in source.LANDING_PAGES:
            entry, page = source.landing_page(name, language), self.records.page(name, language)
            page.title, page.slug = entry["title"], entry["slug"]
            page.search_description = entry["search_description"]
            page.body = StreamBuilder(self.records, language).stream(entry["body"])
            self.records.publish(page, self.records.home(language))

    def load_posts(self, language: str) -> None:
        blog = self.records.page("blog", language)
        entries = source.posts(language)
        for entry in entries:
            self.load_post_frame(entry, language, blog)
        for entry in entries:
            self.announce(
                _("Post (%(language)s): %(title)s"), language=language, title=entry["title"]
            )
            self.load_post_content(entry, language, blog)
            self.date_post(entry, language)
        if featured := source.pages(language)["blog"].get("featured"):
            blog.featured_post = self.records.post(featured, language)
            self.records.publish(blog, blog.get_parent())

    def load_post_frame(self, entry: dict, language: str, blog) -> None:
        post = self.records.post(entry["slug"], language)
        post.title, post.slug, post.published_on = (
            entry["title"],
            entry["slug"],
            entry["published_on"],
        )
        post.first_published_at = early(entry["published_on"])
        self.records.publish(post, blog)

    def load_post_content(self, entry: dict, language: str, blog) -> None:
        post = self.records.post(entry["slug"], language)
        post.lead, post.search_description = entry["lead"], entry["search_description"]
        post.category = self.records.category(entry["category"], language)
        post.tags.set(entry["tags"])
        original = next(e for e in source.posts("en") if e["slug"] == entry["translation_of"])
        if entry["cover"]:
            post.cover = self.records.picture(original["slug"], original["cover_alt"])
            post.cover_alt = entry["cover_alt"]
            post.cover_caption = (
                entry.get("cover_caption", "").removeprefix("<p>").removesuffix("</p>")
            )
        post.body = StreamBuilder(self.records, language).stream(entry["body"])
        if place := source.place_in_series(original["slug"]):
            post.series = self.records.series(place[0], language)
            post.series_position = place[1]
        locale = self.records.locales[language]
        post.authorships = [
            BlogPostAuthor(person=self.records.person(slug, language), locale=locale)
            for slug in entry["authors"]
        ]
        post.related_posts = [
            RelatedPost(post=self.records.post(slug, language), locale=locale)
            for slug in entry.get("related", [])
        ]
        self.records.publish(post, blog)

    def date_post(self, entry: dict, language: str) -> None:
        """Readers are told of a change only where the text says so: loading it is none."""
        changed = early(entry.get("updated_on", entry["published_on"]))
        posts = BlogPostPage.objects.filter(pk=self.records.post(entry["slug"], language).pk)
        posts.update(last_published_at=changed)

    def load_home(self, language: str) -> None:
        entry = source.pages(language)["home"]
        home, builder = self.records.home(language), StreamBuilder(self.records, language)
        home.title, home.statement = entry["title"], entry["statement"]
        home.search_description = entry["search_description"]
        home.body = builder.stream(entry["body"])
        home.invitation = builder.stream([{"type": "call_to_action", **entry["invitation"]}])
        featured = next((e for e in source.posts(language) if e.get("featured")), None)
        if featured:
            home.featured_post = self.records.post(featured["slug"], language)
        self.records.publish(home, home.get_parent())

    def load_frame(self, language: str) -> None:
        pages, link = source.pages(language), StreamBuilder(self.records, language).link
        menu = self.records.frame(Navigation, language)
        menu.links = [("link", link(**entry)) for entry in pages["navigation"]["links"]]
        menu.action = [("link", link(**pages["navigation"]["action"]))]
        menu.save()
        footer = self.records.frame(Footer, language)
        footer.text, footer.legal = pages["footer"]["html"], pages["footer"]["legal"]
        footer.columns = [
            (
                "column",
                {"title": column["title"], "links": [link(**entry) for entry in column["links"]]},
            )
            for column in pages["footer"]["columns"]
        ]
        footer.save()
        announcement = self.records.find(Announcement, "announcement", "visit", language)
        announcement.text = pages["announcement"]["text"]
        announcement.link = [("link", link(**pages["announcement"]["link"]))]
        announcement.save()


def draw_renditions(report: Callable[[str], None]) -> None:
    """Visit the pages that a newcomer opens first, so that their pictures are cut to size by then."""
    site = Site.objects.get(is_default_site=True)
    visitor = Client(headers={"host": f"{site.hostname}:{site.port}"})
    others = [code for code in source.languages() if code != settings.LANGUAGE_CODE]
    for address in (*FIRST_VISITS, *(f"/{code}/" for code in others)):
        report(gettext("Pictures of %(address)s") % {"address": address})
        visitor.get(address)
