"""Home and free pages: what editors fill in is what visitors see."""

import pytest
from wagtail.images.models import Filter

from home.models import ContentPage, HomePage
from tests import factories


def test_a_new_site_has_one_home_page_in_each_language(db):
    homes = HomePage.objects.all()
    assert {home.locale.language_code for home in homes} == {"en", "it"}
    assert len({home.translation_key for home in homes}) == 1


def test_an_empty_site_answers_in_each_language(client, db):
    for address in ("/", "/it/"):
        response = client.get(address)
        assert response.status_code == 200
        assert response.content.decode().count("<h1") == 1


def test_every_field_of_the_home_page_is_shown(client, home, blog, people_index):
    home.statement = "We mend things"
    home.featured_post = factories.BlogPostPageFactory(parent=blog, title="Lead story")
    home.body = [("text", "<p>What we do all day.</p>")]
    home.invitation = [
        (
            "call_to_action",
            {"title": "Come by", "link": {"text": "Find us", "url": "https://example.org/"}},
        )
    ]
    home.save()
    factories.BlogPostPageFactory(parent=blog, title="Latest post")
    factories.PersonFactory(name="Ada Bianchi")
    text = client.get("/").content.decode()
    for words in (
        "We mend things",
        "Lead story",
        "What we do all day.",
        "Come by",
        "Find us",
        "Latest post",
        "Ada Bianchi",
    ):
        assert words in text


def test_without_a_chosen_story_the_latest_post_leads(client, home, blog):
    post = factories.BlogPostPageFactory(parent=blog)
    assert client.get("/").context["lead_story"] == post


def test_a_chosen_story_that_is_not_public_does_not_lead(client, home, blog):
    secret = factories.BlogPostPageFactory(parent=blog, title="Secret", live=False)
    home.featured_post = secret
    home.save()
    assert client.get("/").context["lead_story"] is None


def test_every_field_of_a_content_page_is_shown(client, home):
    page = factories.ContentPageFactory(
        parent=home, title="About", lead="<p>The lead.</p>", body=[("text", "<p>The body.</p>")]
    )
    text = client.get(page.url).content.decode()
    for words in ("About", "The lead.", "The body."):
        assert words in text


def test_every_field_of_a_post_is_shown(client, blog):
    post = factories.BlogPostPageFactory(
        parent=blog,
        title="The title",
        lead="<p>The lead.</p>",
        cover=factories.make_image(credit="Who drew it"),
        cover_alt="What the cover shows",
        cover_caption="Under the <cover>",
        body=[("text", "<p>The body.</p>")],
        category=factories.CategoryFactory(name="The category", slug="c"),
    )
    post.tags.add("The tag")
    post.save()
    factories.sign(post, factories.PersonFactory(name="The author", role="The role"))
    post.related_posts.create(
        post=factories.BlogPostPageFactory(parent=blog, title="The related one"),
        sort_order=0,
        locale_id=post.locale_id,
    )
    post.save()
    text = client.get(post.url).content.decode()
    for words in (
        "The title",
        "The lead.",
        'alt="What the cover shows"',
        "Under the &lt;cover&gt;",
        "Who drew it",
        "The body.",
        "The category",
        "The tag",
        "The author",
        "The role",
        "The related one",
        f'datetime="{post.published_on.isoformat()}"',
    ):
        assert words in text


def test_a_post_with_nothing_but_a_title_renders(client, blog):
    post = factories.BlogPostPageFactory(parent=blog)
    type(post).objects.update(published_on=None)
    response = client.get(post.url)
    assert response.status_code == 200
    assert response.content.decode().count("<h1") == 1


def test_a_title_cannot_carry_markup(client, blog):
    post = factories.BlogPostPageFactory(parent=blog, title="<script>alert(1)</script>")
    for address in (post.url, "/blog/", "/"):
        assert "<script>alert" not in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("parent", "allowed"),
    [
        ("home", {"ContentPage", "LandingPage", "BlogIndexPage", "FormPage", "PeopleIndexPage"}),
        ("blog", {"BlogPostPage"}),
        ("people_index", set()),
        ("content", {"ContentPage", "FormPage", "LandingPage"}),
    ],
)
def test_the_tree_allows_only_what_makes_sense(request, home, parent, allowed):
    page = (
        factories.ContentPageFactory(parent=home)
        if parent == "content"
        else request.getfixturevalue(parent)
    )
    models = type(page).creatable_subpage_models()
    assert {model.__name__ for model in models if model.can_create_at(page)} == allowed


def test_there_is_one_blog_below_a_home_page(home, blog):
    assert not type(blog).can_create_at(home)
    assert ContentPage.can_create_at(home)


def test_a_small_picture_is_not_offered_twice(db):
    image = factories.make_image()
    renditions = image.get_renditions(
        Filter("width-400|format-png"), Filter("width-800|format-png")
    )
    assert len(renditions) == 1
