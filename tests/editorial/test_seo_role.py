"""The SEO role edits metadata and nothing else: whatever is sent, content stays what it was, value for value."""

import json

import pytest
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail_localize.models import StringTranslation, Translation

from blog.models import BlogPostAuthor, BlogPostPage, BlogPostTag, Category, RelatedPost
from core.models import SiteImage
from core.roles import BOOKKEEPING, METADATA
from home.models import ContentPage
from people.models import Person, PersonLink
from tests import factories

FORGED = {
    "title": "Forged",
    "slug": "forged",
    "name": "Forged",
    "lead": json.dumps({"blocks": [{"text": "Forged", "type": "unstyled"}], "entityMap": {}}),
    "short_bio": json.dumps({"blocks": [{"text": "Forged", "type": "unstyled"}], "entityMap": {}}),
    "description": "Forged",
    "role": "Forged",
    "archived": "on",
    "body-count": "0",
    "tags": "forged",
    "category": "",
    "cover_alt": "Forged",
    "published_on": "2001-01-01",
    "go_live_at": "2040-01-01 10:00",
    "expire_at": "2041-01-01 10:00",
    "show_in_menus": "on",
    "authorships-TOTAL_FORMS": "0",
    "authorships-INITIAL_FORMS": "0",
    "related_posts-TOTAL_FORMS": "0",
    "related_posts-INITIAL_FORMS": "0",
    "links-TOTAL_FORMS": "1",
    "links-INITIAL_FORMS": "0",
    "links-0-label": "Forged",
    "links-0-url": "https://forged.example/",
    "comments-TOTAL_FORMS": "0",
    "comments-INITIAL_FORMS": "0",
}
WRITTEN = {"seo_title": "For machines", "search_description": "What machines say of it."}
CONTENT = (
    *(BlogPostPage, ContentPage, Person, PersonLink, Category),
    *(BlogPostAuthor, BlogPostTag, RelatedPost, PageViewRestriction),
)
ALLOWED = METADATA | BOOKKEEPING | {"share_image_id", "live_revision_id", "latest_revision_id"}


def content() -> dict:
    """Every row that readers’ content stands in, by value, without metadata."""
    return {
        model._meta.label: [
            {name: value for name, value in row.items() if name not in ALLOWED}
            for row in model.objects.order_by("pk").values()
        ]
        for model in CONTENT
    }


@pytest.fixture
def post(blog):
    ada = factories.PersonFactory(name="Ada", slug="ada", short_bio="<p>Weaves.</p>")
    other = factories.BlogPostPageFactory(parent=blog, slug="other")
    post = factories.BlogPostPageFactory(
        parent=blog,
        title="Post",
        slug="post",
        lead="<p>The lead.</p>",
        category=factories.CategoryFactory(name="Looms", slug="looms"),
        body=[("text", "<p>Words</p>"), ("quote", {"quote": "<p>Said</p>", "person": ada})],
    )
    post.tags.add("wool")
    factories.sign(post, ada)
    factories.choose_related(post, other)
    post.save_revision().publish()
    post.refresh_from_db()
    return post


@pytest.fixture
def seo(client, make_user):
    client.force_login(make_user("SEO"))
    return client


def edit(client, page, **fields):
    return client.post(f"/admin/pages/{page.pk}/edit/", FORGED | WRITTEN | fields)


def pending_draft(post) -> Revision:
    """What an editor has changed and not published."""
    draft = post.get_latest_revision_as_object()
    draft.title, draft.lead = "A secret title", "<p>A secret lead.</p>"
    return draft.save_revision()


def test_metadata_is_published_and_content_stays_what_it_was(seo, post):
    before = content()
    edit(seo, post, **{"action-publish": "1", "share_title": "Shared"})
    assert content() == before
    post.refresh_from_db()
    assert (post.seo_title, post.share_title) == ("For machines", "Shared")
    assert post.search_description == WRITTEN["search_description"]
    assert "For machines" in seo.get("/blog/post/").content.decode()


def test_publishing_makes_one_revision(seo, post):
    number = post.revisions.count()
    edit(seo, post, **{"action-publish": "1"})
    assert post.revisions.count() == number + 1


def test_a_saved_draft_keeps_what_the_latest_one_says(seo, post):
    pending_draft(post)
    before = content()
    edit(seo, post)
    draft = BlogPostPage.objects.get(pk=post.pk).get_latest_revision_as_object()
    assert content() == before
    assert (draft.title, draft.lead) == ("A secret title", "<p>A secret lead.</p>")
    assert [row.person.name for row in draft.authorships.all()] == ["Ada"]
    assert draft.seo_title == "For machines"


def test_publishing_metadata_publishes_nobodys_draft(seo, post):
    pending_draft(post)
    before = content()
    response = edit(seo, post, **{"action-publish": "1"})
    text = response.content.decode()
    assert content() == before
    assert "are waiting here" in text
    # Nothing of what was typed is lost.
    assert 'value="For machines"' in text
    assert "secret" not in seo.get("/blog/post/").content.decode()


def test_what_nobody_has_published_stays_a_draft(seo, blog):
    draft = factories.BlogPostPageFactory(parent=blog, live=False)
    draft.save_revision()
    edit(seo, draft, **{"action-publish": "1"})
    draft.refresh_from_db()
    assert not draft.live


def test_a_draft_of_metadata_alone_may_be_published(seo, post):
    edit(seo, post)
    edit(seo, post, **{"action-publish": "1", "seo_title": "Second thought"})
    post.refresh_from_db()
    assert post.seo_title == "Second thought"


@pytest.mark.parametrize(
    "action", ["action-submit", "action-restart-workflow", "action-cancel-workflow", "action-x"]
)
def test_no_workflow_is_started_or_ended(seo, post, action):
    before, revisions = content(), Revision.objects.count()
    response = edit(seo, post, **{action: "1"})
    assert "and nothing else" in response.content.decode()
    assert (content(), Revision.objects.count()) == (before, revisions)


PAGE_ADDRESSES = [
    "pages/{page}/delete/",
    "pages/{page}/unpublish/",
    "pages/{page}/copy/",
    "pages/{page}/convert_alias/",
    "pages/{page}/move/",
    "pages/{page}/move/{home}/confirm/",
    "pages/{page}/set_position/?position=0",
    "pages/{page}/privacy/",
    "pages/{page}/lock/",
    "pages/{page}/revisions/{revision}/revert/",
    "pages/{page}/revisions/{revision}/unschedule/",
    "pages/workflow/confirm_cancellation/{page}/",
    "pages/add/home/contentpage/{home}/",
    "bulk/wagtailcore/page/delete/?id={page}",
    "bulk/wagtailcore/page/unpublish/?id={page}",
    "bulk/wagtailcore/page/publish/?id={page}",
    "bulk/wagtailcore/page/move/?id={page}",
    "bulk/people/person/delete/?id={person}",
    "snippets/people/person/delete/{person}/",
    "snippets/people/person/unpublish/{person}/",
    "snippets/people/person/copy/{person}/",
    "snippets/people/person/add/",
    "snippets/blog/category/delete/{category}/",
    "snippets/blog/series/add/",
    "people/{person}/archive/",
    "localize/submit/page/{page}/",
    "localize/page/{page}/convert_to_alias/",
]


@pytest.mark.parametrize("address", PAGE_ADDRESSES)
def test_nothing_is_moved_removed_copied_hidden_or_made(seo, home, post, address):
    pending_draft(post)
    before, pages, revisions = content(), Page.objects.count(), Revision.objects.count()
    keys = {
        "page": post.pk,
        "home": home.pk,
        "revision": post.revisions.order_by("pk").first().pk,
        "person": Person.objects.get().pk,
        "category": Category.objects.get().pk,
    }
    form = FORGED | {
        "chooser": home.pk,
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": home.pk,
        "restriction_type": "login",
        "action-publish": "1",
    }
    seo.post("/admin/" + address.format(**keys), form)
    assert content() == before
    assert (Page.objects.count(), Revision.objects.count()) == (pages, revisions)


@pytest.mark.parametrize("kind", ["people/person", "blog/category", "blog/tag"])
def test_of_records_it_edits_metadata_alone(seo, post, kind):
    app, model = kind.split("/")
    record = {"person": Person, "category": Category, "tag": BlogPostTag.tag.field.related_model}[
        model
    ].objects.get()
    before = content()
    name = str(record)
    form = FORGED | WRITTEN | {"action-publish": "1"}
    seo.post(f"/admin/snippets/{app}/{model}/edit/{record.pk}/", form)
    record.refresh_from_db()
    assert content() == before
    assert (str(record), record.seo_title) == (name, "For machines")


def test_what_has_no_metadata_is_closed(seo, post):
    series = factories.SeriesFactory(title="Series")
    seo.post(f"/admin/snippets/blog/series/edit/{series.pk}/", {"title": "Forged"})
    series.refresh_from_db()
    assert series.title == "Series"


def test_of_pictures_it_edits_the_description_alone(seo):
    picture = factories.make_image(title="Picture", credit="Ada")
    rows = SiteImage.objects.values("title", "credit", "file", "file_hash", "collection")
    before = rows.get(pk=picture.pk)
    form = {"title": "Forged", "credit": "Forged", "description": "A loom.", "tags": "forged"}
    assert seo.get(f"/admin/images/{picture.pk}/").status_code == 200
    seo.post(f"/admin/images/{picture.pk}/", form)
    seo.post(f"/admin/images/{picture.pk}/delete/")
    picture.refresh_from_db()
    assert rows.get(pk=picture.pk) == before
    assert picture.description == "A loom."


@pytest.fixture
def translation(client, make_user, post, blog, italian_home):
    """The post’s translation into Italian, of which nothing is written yet; then the SEO role signs in."""
    italian = italian_home.locale
    italian_blog = factories.BlogIndexPageFactory(
        parent=italian_home, locale=italian, slug="articoli"
    )
    type(blog).objects.filter(pk=italian_blog.pk).update(translation_key=blog.translation_key)
    post.seo_title = "For machines"
    post.save_revision().publish()
    client.force_login(make_user("Marketers"))
    client.post(f"/admin/localize/submit/page/{post.pk}/", {"locales": [italian.pk]})
    client.force_login(make_user("SEO"))
    return Translation.objects.get(source__object_id=post.translation_key)


def write_segment(client, translation, path: str) -> int:
    """Send the Italian of a field to wagtail-localize; return the status of its answer."""
    segment = translation.source.stringsegment_set.get(context__path=path)
    address = f"/admin/localize/translate/{translation.pk}/strings/{segment.pk}/edit/"
    form = "application/x-www-form-urlencoded"
    return client.put(address, "value=Parole", content_type=form).status_code


def test_in_a_translation_it_writes_metadata(client, translation):
    assert write_segment(client, translation, "seo_title") == 201
    assert StringTranslation.objects.get().data == "Parole"


@pytest.mark.parametrize("path", ["title", "lead", "slug", "cover_alt"])
def test_in_a_translation_it_writes_nothing_else(client, translation, path):
    if translation.source.stringsegment_set.filter(context__path=path).exists():
        assert write_segment(client, translation, path) == 302
    assert not StringTranslation.objects.exists()


@pytest.mark.parametrize(
    "form", [{"action": "publish"}, {"action": "save"}, {"localize-restart-translation": "1"}]
)
def test_it_publishes_nothing_that_translators_wrote(client, translation, form):
    before = content()
    twin = BlogPostPage.objects.get(locale__language_code="it", alias_of=None)
    client.post(f"/admin/pages/{twin.pk}/edit/", form)
    assert content() == before


def test_it_ends_no_translation(client, translation):
    client.post(f"/admin/localize/translate/{translation.pk}/disable/")
    translation.refresh_from_db()
    assert translation.enabled


def test_it_sees_the_fields_it_works_with_and_no_others(seo, post):
    text = seo.get(f"/admin/pages/{post.pk}/edit/").content.decode()
    assert "For search engines" in text
    assert 'name="seo_title"' in text
    for name in ("title", "slug", "lead", "category", "go_live_at", "authorships-TOTAL_FORMS"):
        assert f'name="{name}"' not in text


def test_of_buttons_it_gets_those_that_lead_on(seo, post):
    edit_page = seo.get(f"/admin/pages/{post.pk}/edit/").content.decode()
    listing = seo.get(f"/admin/pages/{post.get_parent().pk}/").content.decode()
    assert "action-publish" in edit_page
    assert "action-submit" not in edit_page
    assert f"/admin/pages/{post.pk}/delete/" not in listing
    assert f"/admin/pages/{post.pk}/move/" not in listing


@pytest.mark.parametrize("role", ["Marketers", "Editors"])
def test_those_who_write_are_not_held_back(client, make_user, post, role):
    client.force_login(make_user(role))
    response = client.get(f"/admin/pages/{post.pk}/move/")
    assert response.status_code == 200
    assert 'name="title"' in client.get(f"/admin/pages/{post.pk}/edit/").content.decode()
