"""Records for tests, each as small as it can be and public unless a test says otherwise."""

import io

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Locale

from blog.models import BlogIndexPage, BlogPostAuthor, BlogPostPage, Category, RelatedPost, Series
from core.models import SiteDocument, SiteImage
from home.models import ContentPage, LandingPage
from leads.models import FormPage
from people.models import PeopleIndexPage, Person


def locale(code: str = "en") -> Locale:
    return Locale.objects.get(language_code=code)


def picture_bytes(size=(64, 48), image_format="PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "#2a3fb0").save(buffer, image_format)
    return buffer.getvalue()


def make_image(title="Picture", size=(64, 48), **fields) -> SiteImage:
    return SiteImage.objects.create(
        title=title, file=ContentFile(picture_bytes(size), name="picture.png"), **fields
    )


def make_document(title="Document", **fields) -> SiteDocument:
    return SiteDocument.objects.create(
        title=title, file=ContentFile(b"words", name="words.txt"), **fields
    )


class PersonFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Person {n}")
    slug = factory.Sequence(lambda n: f"person-{n}")
    role = "Weaver"
    locale = factory.LazyFunction(locale)

    class Meta:
        model = Person


class CategoryFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Category {n}")
    slug = factory.Sequence(lambda n: f"category-{n}")
    locale = factory.LazyFunction(locale)

    class Meta:
        model = Category


class SeriesFactory(factory.django.DjangoModelFactory):
    title = factory.Sequence(lambda n: f"Series {n}")
    locale = factory.LazyFunction(locale)

    class Meta:
        model = Series


class BlogIndexPageFactory(wagtail_factories.PageFactory):
    title = "Blog"
    slug = "blog"

    class Meta:
        model = BlogIndexPage


class PeopleIndexPageFactory(wagtail_factories.PageFactory):
    title = "People"
    slug = "people"

    class Meta:
        model = PeopleIndexPage


class ContentPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Page {n}")
    slug = factory.Sequence(lambda n: f"page-{n}")

    class Meta:
        model = ContentPage


class LandingPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Landing {n}")
    slug = factory.Sequence(lambda n: f"landing-{n}")

    class Meta:
        model = LandingPage


class FormPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Form {n}")
    slug = factory.Sequence(lambda n: f"form-{n}")

    class Meta:
        model = FormPage


class BlogPostPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Post {n}")
    slug = factory.Sequence(lambda n: f"post-{n}")

    class Meta:
        model = BlogPostPage


def sign(post: BlogPostPage, *people: Person) -> BlogPostPage:
    """Give a post its authors, in this order."""
    for order, person in enumerate(people):
        BlogPostAuthor.objects.create(
            page=post, person=person, sort_order=order, locale_id=post.locale_id
        )
    return post


def choose_related(post: BlogPostPage, *others: BlogPostPage) -> BlogPostPage:
    """Choose by hand what a post offers to read next, in this order."""
    for order, other in enumerate(others):
        RelatedPost.objects.create(
            page=post, post=other, sort_order=order, locale_id=post.locale_id
        )
    return post
