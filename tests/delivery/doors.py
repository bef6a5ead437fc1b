"""Every door by which people change what readers see: each says where it shows, and what shows then."""

import datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.images.forms import get_image_form
from wagtail.models import PageViewRestriction

from blog.models import Tag
from core.models import Announcement, BrandSettings, Footer, Navigation, SharedSection, Testimonial
from home.models import HomePage
from people.models import Person
from tests import factories

DOORS = []
POST, BLOG = "/blog/looms/", "/blog/"


def door(seen_at: str, expected: str | int):
    def register(function):
        function.seen_at, function.expected = seen_at, expected
        DOORS.append(function)
        return function

    return register


@door(POST, "Shuttles")
def publish_a_change(post):
    post.title = "Shuttles"
    post.save_revision().publish()


@door("/", "Shuttles")
def publish_a_change_shown_on_the_home_page(post):
    publish_a_change(post)


@door(BLOG, "Fresh news")
def publish_another_post(post):
    other = factories.BlogPostPageFactory(
        parent=post.get_parent(), live=False, title="Fresh news", slug="fresh"
    )
    other.save_revision().publish()


@door("/people/ada/", "Fresh news")
def publish_another_post_of_an_author(post):
    other = factories.BlogPostPageFactory(
        parent=post.get_parent(), live=False, title="Fresh news", slug="fresh"
    )
    factories.sign(other, *post.byline)
    other.save_revision().publish()


@door(POST, 404)
def unpublish(post):
    post.unpublish()


@door(POST, 404)
def delete(post):
    post.delete()


@door(POST, 404)
def change_the_slug(post):
    post.slug = "shuttles"
    post.save_revision().publish()


@door(POST, 302)
def close_the_section(post):
    PageViewRestriction.objects.create(
        page=post.get_parent(), restriction_type=PageViewRestriction.LOGIN
    )


@door("/about/team/", 404)
def move_a_page(post):
    home = HomePage.objects.get(locale=post.locale)
    home.get_children().get(slug="about").get_children().get(slug="team").move(home)


@door(BLOG, "A copy of Looms")
def copy_a_page(post):
    post.copy(update_attrs={"title": "A copy of Looms", "slug": "copy"}, keep_live=True)


@door(POST, "Ada Lovelace")
def publish_a_person(post):
    person = Person.objects.get(slug="ada")
    person.name = "Ada Lovelace"
    person.save_revision().publish()


@door("/people/ada/", 404)
def archive_a_person(post):
    Person.objects.get(slug="ada").unpublish()


@door(BLOG, "Instruments")
def rename_a_category(post):
    post.category.name = "Instruments"
    post.category.save()


@door(POST, "Fibres")
def rename_a_tag(post):
    tag = Tag.objects.get(name="Threads")
    tag.name = "Fibres"
    tag.save()


@door(POST, "Spinning")
def rename_a_series(post):
    post.series.title = "Spinning"
    post.series.save()


@door(POST, "Renata Bassi")
def publish_a_testimonial(post):
    testimonial = Testimonial.objects.get()
    testimonial.name = "Renata Bassi"
    testimonial.save_revision().publish()


@door(POST, "Told anew.")
def publish_a_shared_section(post):
    section = SharedSection.objects.get()
    section.body = [("text", "<p>Told anew.</p>")]
    section.save_revision().publish()


@door(POST, "Drawn by Bea")
def credit_an_image(post):
    post.cover.credit = "Drawn by Bea"
    post.cover.save()


@door(POST, "other-file")
def replace_the_file_of_an_image(post):
    # As the admin does it: the form deletes the renditions of the old file.
    form = get_image_form(type(post.cover))(
        {"title": "Other", "collection": post.cover.collection_id},
        {"file": SimpleUploadedFile("other-file.png", factories.picture_bytes((80, 60)))},
        instance=post.cover,
    )
    assert form.is_valid(), form.errors
    form.save()


@door(POST, "Read this")
def change_the_menu(post):
    menu = Navigation.objects.get()
    menu.links = [("link", {"page": post.get_parent(), "text": "Read this"})]
    menu.save()


@door(POST, "Woven in Biella")
def change_the_footer(post):
    footer = Footer.objects.get()
    footer.text = "Woven in Biella"
    footer.save()


@door(POST, "Closed on Friday")
def announce(post):
    Announcement.objects.create(text="Closed on Friday", locale=post.locale)


@door(POST, "Telaio e figli")
def rename_the_brand(post):
    brand = BrandSettings.for_site(post.get_site())
    brand.name = "Telaio e figli"
    brand.save()


@door(BLOG, "Gone live on time")
def publish_what_was_scheduled(post):
    other = factories.BlogPostPageFactory(
        parent=post.get_parent(), live=False, title="Gone live on time", slug="on-time"
    )
    other.go_live_at = timezone.now() + datetime.timedelta(hours=1)
    other.save_revision().publish()
    a_minute_ago = timezone.now() - datetime.timedelta(minutes=1)
    # An hour later.
    revision = other.get_latest_revision()
    revision.approved_go_live_at = a_minute_ago
    revision.content["go_live_at"] = a_minute_ago.isoformat()
    revision.save()
    call_command("publish_scheduled")
