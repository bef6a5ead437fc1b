"""Posts begin blank or from a pattern, and a post can be kept as one."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model

from blog.models import BlogPostPage, PostPattern
from core.models import SiteVersion
from tests import factories
from tests.blog.test_slugs import post_form
from tests.bodies import full_body

BODY = [
    ("heading", {"text": "Who is it?"}),
    ("quote", {}),
    ("key_points", {"items": [{"lead": "First"}, {"lead": "Second"}]}),
]


@pytest.fixture
def marketer(client, make_user):
    client.force_login(make_user("Marketers"))
    return client


def make_pattern(code="en", **fields) -> PostPattern:
    values = {"name": "Interview", "description": "Two <i>voices</i>.", "body": BODY} | fields
    return PostPattern.objects.create(locale=factories.locale(code), **values)


def choice(blog) -> str:
    return f"/admin/pages/{blog.pk}/add_subpage/"


def new(blog, **query) -> str:
    return f"/admin/pages/add/blog/blogpostpage/{blog.pk}/"


def ids(stored) -> set:
    if isinstance(stored, list):
        return set().union(*map(ids, stored))
    if isinstance(stored, dict):
        own = {stored["id"]} if stored.keys() == {"type", "value", "id"} else set()
        return own.union(*map(ids, stored.values()))
    return set()


def test_without_patterns_the_form_opens_at_once(marketer, blog):
    make_pattern("it")
    assert marketer.get(choice(blog)).url == new(blog)


def test_the_choice_names_the_patterns_of_the_blogs_language(marketer, blog):
    pattern = make_pattern()
    make_pattern("it", name="Intervista")
    html = BeautifulSoup(marketer.get(choice(blog)).content, "html.parser")
    cards = html.select(".pattern a")
    assert [card["href"] for card in cards] == [new(blog), f"{new(blog)}?pattern={pattern.pk}"]
    text = html.select(".pattern")[1].get_text(" ", strip=True)
    assert text == "Interview Two <i>voices</i>. Heading · Quote · Key points"


def test_a_post_begins_with_the_blocks_of_its_pattern_under_new_ids(marketer, blog):
    category = factories.CategoryFactory()
    pattern = make_pattern(category=category)
    response = marketer.get(new(blog), {"pattern": pattern.pk})
    form = response.context["form"]
    body = form.instance.body
    assert [block.block_type for block in body] == ["heading", "quote", "key_points"]
    assert [item["lead"] for item in body[2].value["items"]] == ["First", "Second"]
    assert form.instance.category == category
    assert "Interview: Two &lt;i&gt;voices" in response.content.decode()
    shown = body.get_prep_value()
    assert ids(shown)
    assert not ids(shown) & ids(list(pattern.body.get_prep_value()))
    assert BlogPostPage.objects.count() == 0


@pytest.mark.parametrize("asked", ["999999", "0", "-1", "x", "1" * 40, "٣", "1 OR 1=1", "\x00"])
def test_a_pattern_that_is_not_there_is_said_and_ignored(marketer, blog, asked):
    response = marketer.get(new(blog), {"pattern": asked})
    assert response.status_code == 200
    assert not response.context["form"].instance.body
    assert "is not there any more" in response.content.decode()


def test_a_pattern_of_another_language_is_not_there(marketer, blog):
    response = marketer.get(new(blog), {"pattern": make_pattern("it").pk})
    assert not response.context["form"].instance.body


def test_a_pattern_may_name_what_is_gone(marketer, blog):
    person, image = factories.PersonFactory(), factories.make_image()
    pattern = make_pattern(body=full_body(blog, image, person))
    person.delete()
    image.delete()
    response = marketer.get(new(blog), {"pattern": pattern.pk})
    assert response.status_code == 200
    assert len(response.context["form"].instance.body) == len(pattern.body)


def test_a_post_is_signed_by_whoever_begins_it(marketer, blog):
    user = get_user_model().objects.get()
    signed = marketer.get(new(blog)).context["form"].instance.authorships
    assert signed.count() == 0
    factories.PersonFactory(user=user, locale=factories.locale("it"))
    assert marketer.get(new(blog)).context["form"].instance.authorships.count() == 0
    person = factories.PersonFactory(user=user)
    assert marketer.get(new(blog)).context["form"].instance.authorships.get().person == person
    person.archived = True
    person.save()
    assert marketer.get(new(blog)).context["form"].instance.authorships.count() == 0


def test_a_pattern_is_edited_with_empty_blocks_and_shown_before(marketer):
    pattern = make_pattern()
    address = f"/admin/snippets/blog/postpattern/edit/{pattern.pk}/"
    form = {"name": "Long interview", "description": "", "body-count": "1"}
    form |= {"body-0-deleted": "", "body-0-order": "0", "body-0-type": "heading", "body-0-id": ""}
    form |= {"body-0-value-text": "", "body-0-value-level": "h2"}
    assert marketer.post(address, form).status_code == 302
    pattern.refresh_from_db()
    assert (pattern.name, len(pattern.body)) == ("Long interview", 1)
    assert marketer.post(address, form | {"name": ""}).context["form"].errors.keys() == {"name"}
    assert "Who is it?" in make_pattern().make_preview_request().content.decode()


def test_a_post_is_kept_as_a_pattern_with_its_newest_draft(marketer, blog):
    post = factories.BlogPostPageFactory(parent=blog, body=BODY[:1])
    post.body = BODY
    post.category = factories.CategoryFactory()
    post.save_revision()
    edit = marketer.get(f"/admin/pages/{post.pk}/edit/").content.decode()
    address = f"/admin/patterns/from/{post.pk}/"
    assert address in edit
    assert marketer.get(address).status_code == 200
    assert marketer.post(address, {"name": ""}).context["form"].errors.keys() == {"name"}
    response = marketer.post(address, {"name": "Portrait"})
    pattern = PostPattern.objects.get()
    assert response.url == f"/admin/snippets/blog/postpattern/edit/{pattern.pk}/"
    assert (pattern.name, pattern.locale, pattern.category) == (
        "Portrait",
        post.locale,
        post.category,
    )
    assert [block.block_type for block in pattern.body] == [kind for kind, _value in BODY]
    assert not ids(list(pattern.body.raw_data)) & ids(list(post.body.raw_data))
    assert marketer.get(response.url).status_code == 200


@pytest.mark.parametrize("role", ["SEO", None])
def test_nobody_else_keeps_patterns(client, make_user, blog, role):
    post = factories.BlogPostPageFactory(parent=blog)
    if role:
        client.force_login(make_user(role))
    pattern = make_pattern()
    for address in (
        f"/admin/patterns/from/{post.pk}/",
        "/admin/snippets/blog/postpattern/add/",
        f"/admin/snippets/blog/postpattern/edit/{pattern.pk}/",
    ):
        assert client.post(address, {"name": "Mine"}).status_code == 302
    assert [one.name for one in PostPattern.objects.all()] == ["Interview"]


def test_only_posts_become_patterns(marketer, home):
    page = factories.ContentPageFactory(parent=home)
    assert marketer.get(f"/admin/patterns/from/{page.pk}/").status_code == 404
    assert (
        "/admin/patterns/from/"
        not in marketer.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    )


def test_the_dashboard_offers_patterns_to_who_writes(client, make_user, blog):
    pattern = make_pattern()
    link = f"{new(blog)}?pattern={pattern.pk}"
    for role, offered in (("Marketers", True), ("Editors", True), ("SEO", False)):
        client.force_login(make_user(role))
        assert (link in client.get("/admin/").content.decode()) is offered, role


def test_readers_see_nothing_of_a_pattern(client, home, blog):
    before = SiteVersion.current().token
    make_pattern(name="Xylophone", body=[("text", "<p>Xylophone</p>")])
    assert SiteVersion.current().token == before
    for address in ("/search/?q=xylophone", "/sitemap.xml", "/blog/feed/", "/blog/", "/"):
        response = client.get(address)
        assert response.status_code == 200, address
        found = response.content.decode().lower().count("xylophone")
        # The search repeats what was asked.
        assert found == 0 or (
            address.startswith("/search") and 'class="result"' not in response.content.decode()
        )


def test_the_byline_that_was_there_from_the_start_is_saved_once(marketer, blog):
    person = factories.PersonFactory(user=get_user_model().objects.get())
    shown = marketer.get(new(blog)).context["form"].formsets["authorships"]
    form = {"title": "Signed", "slug": "signed", "published_on": "2026-01-01", **post_form()}
    form |= {"authorships-TOTAL_FORMS": "1"}
    form |= {"authorships-INITIAL_FORMS": str(shown.initial_form_count())}
    form |= {"authorships-0-person": str(person.pk), "authorships-0-ORDER": "1"}
    form |= {"authorships-0-id": "", "authorships-0-DELETE": ""}
    assert marketer.post(f"{new(blog)}preview/", form).json()["is_valid"]
    saved = marketer.post(new(blog), form, headers={"accept": "application/json"}).json()
    post = BlogPostPage.objects.get()
    (row,) = post.authorships.all()
    assert row.person == person
    assert saved["field_updates"]["authorships-0-id"] == str(row.pk)
    form |= saved["field_updates"]
    edit = f"/admin/pages/{post.pk}/edit/"
    assert marketer.post(edit, form, headers={"accept": "application/json"}).json()["success"]
    draft = post.get_latest_revision_as_object()
    assert [one.person for one in draft.authorships.all()] == [person]
