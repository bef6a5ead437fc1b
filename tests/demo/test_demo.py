"""The example company loads, loads again without a change, and leaves an empty site behind."""

from collections import Counter

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management import call_command
from wagtail.models import Collection, Page

from blog.models import BlogIndexPage, BlogPostPage, Category, PostPattern, Series, Tag
from core.models import Announcement, Footer, Navigation, SharedSection, SiteImage, Testimonial
from core.streams import every_block
from demo import pictures, source
from home.blocks.landing import LandingStreamBlock
from home.models import HomePage
from people.models import Person
from seo.models import MissingAddress

pytestmark = [pytest.mark.slow, pytest.mark.one_database]

BLOCKS = {
    "text",
    "heading",
    "key_sentence",
    "quote",
    "key_points",
    "figure",
    "embed",
    "author_card",
    "call_to_action",
}


@pytest.fixture
def quick_pictures(monkeypatch):
    """Small pictures: what is drawn is tested by itself."""
    monkeypatch.setattr(pictures, "LANDSCAPE", (160, 100))
    monkeypatch.setattr(pictures, "PORTRAIT", (100, 125))
    monkeypatch.setattr(pictures, "LOGO", (100, 40))


def census() -> Counter:
    models = (
        Page,
        Person,
        Category,
        Series,
        Tag,
        SiteImage,
        Navigation,
        Footer,
        Announcement,
        Collection,
        SharedSection,
        Testimonial,
        PostPattern,
    )
    return Counter({model.__name__: model.objects.count() for model in models})


def test_a_new_site_gets_the_whole_company(client, example):
    assert BlogPostPage.objects.listed().filter(locale__language_code="en").count() >= 12
    assert Person.objects.with_profile().filter(locale__language_code="en").count() == 5
    assert Category.objects.filter(locale__language_code="en").count() == 4
    assert get_user_model().objects.count() == 4
    used = {
        block.block_type
        for post in BlogPostPage.objects.filter(locale__language_code="en")
        for block in post.body
    }
    assert used >= BLOCKS
    for address in (
        "/",
        "/it/",
        "/blog/",
        "/people/",
        "/about/",
        "/it/chi-siamo/",
        "/machines/",
        "/it/macchine/",
    ):
        assert client.get(address).status_code == 200


def test_every_block_there_is_can_be_seen_somewhere(example):
    pages = Page.objects.filter(depth__gt=2, locale__language_code="en").specific()
    bodies = [page.body for page in pages if hasattr(page, "body")]
    used = {block.block_type for body in bodies for block in every_block(body)}
    assert set(LandingStreamBlock().child_blocks) - used == set()


def test_the_company_is_whole_in_both_languages(example):
    english, italian = (
        {
            page.translation_key: (type(page), [block.block_type for block in page.body])
            for page in Page.objects.live().filter(locale__language_code=code).specific()
            if hasattr(page, "body")
        }
        for code in ("en", "it")
    )
    assert english == italian
    assert len(english) > 15


def test_a_series_of_three_can_be_read_in_each_language(client, example):
    for address, line in (
        ("/blog/why-we-show-a-cartoon-rabbit/", "Part 2 of 3: What we hold in common"),
        ("/it/blog/la-giornata-a-macchine-ferme/", "Parte 3 di 3: Quello che abbiamo in comune"),
    ):
        assert line in client.get(address).content.decode()


def test_the_blog_opens_with_the_featured_post(client, example):
    assert client.get("/blog/").context["posts"][0].slug == "the-buyer-who-asked-for-fewer"


def test_only_what_was_changed_later_says_so(example):
    updated = [post.slug for post in BlogPostPage.objects.all() if post.updated_on]
    assert sorted(updated) == ["quanto-costa-un-apprendista", "what-an-apprentice-costs"]


def test_all_of_it_would_pass_the_checks_of_publishing(example):
    for page in (*Page.objects.filter(depth__gt=1).specific(), *SharedSection.objects.all()):
        page.full_clean()
        for field in page._meta.get_fields():
            if hasattr(field, "stream_block"):
                value = getattr(page, field.name)
                try:
                    field.stream_block.clean(value)
                except ValidationError as error:
                    pytest.fail(
                        f"{page}: {[(i, value[i].block_type, e) for i, e in error.block_errors.items()]}"
                    )


def test_loading_again_changes_nothing(example):
    before = census()
    call_command("demo", "load", "--yes")
    call_command("demo", "start")
    assert census() == before


def test_removing_leaves_an_empty_site(client, example):
    call_command("demo", "remove", "--yes")
    assert Page.objects.filter(depth__gt=1).count() == HomePage.objects.count() == 2
    for model in (
        Person,
        Category,
        Series,
        Tag,
        SiteImage,
        Navigation,
        Footer,
        SharedSection,
        Testimonial,
        MissingAddress,
    ):
        assert not model.objects.exists(), model
    assert [user.username for user in get_user_model().objects.all()] == ["admin"]
    text = client.get("/").content.decode()
    assert "Telaio" not in text
    assert "Vetrina" in text


def test_removing_keeps_what_a_person_has_written(example):
    author = get_user_model().objects.get(username="admin")
    blog = BlogIndexPage.objects.get(locale__language_code="en")
    own = blog.add_child(instance=BlogPostPage(title="Our own", slug="our-own"))
    own.save_revision(user=author).publish()
    edited = BlogPostPage.objects.get(slug="sharpening")
    edited.title = "Sharper"
    edited.save_revision(user=author).publish()
    call_command("demo", "remove", "--yes")
    assert {post.title for post in BlogPostPage.objects.all()} == {"Our own", "Sharper"}
    assert Person.objects.filter(authorships__page=edited).exists()


def test_the_text_of_the_demo_is_whole():
    originals = {post["slug"] for post in source.posts("en")}
    for language in source.LANGUAGES:
        slugs = {post["slug"] for post in source.posts(language)}
        for post in source.posts(language):
            assert post["translation_of"] in originals
            assert set(post.get("related", [])) <= slugs
            assert 60 <= len(post["search_description"]) <= 160, post["slug"]


def test_a_picture_is_the_same_for_a_seed_and_follows_its_description(quick_pictures):
    bands = pictures.draw("seed", "Bands of indigo and madder")
    assert bands == pictures.draw("seed", "Bands of indigo and madder")
    assert bands != pictures.draw("other", "Bands of indigo and madder")
    assert bands != pictures.draw("seed", "Arcs of indigo and madder")
    assert pictures.colours("Arcs of weld yellow and ink") == [
        pictures.DYES["weld"],
        pictures.DYES["ink"],
    ]
