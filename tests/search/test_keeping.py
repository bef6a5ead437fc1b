"""The index follows every change by which something appears, changes or goes, and forgets words with it."""

import datetime
import io

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from blog.models import Tag
from home.models import HomePage
from search.indexing import changes, follow
from search.models import RebuildState, SearchDocument, VocabularyWord
from search.rebuilding import rebuild
from tests import factories
from tests.search.asking import found


@pytest.fixture
def post(blog):
    return factories.BlogPostPageFactory(
        parent=blog, title="Loom", body=[("text", "<p>Shuttle</p>")]
    )


def test_publishing_and_unpublishing(client, post):
    assert found(client, "shuttle") == ["Loom"]
    post.title = "Spindle"
    revision = post.save_revision()
    assert found(client, "spindle") == []
    revision.publish()
    assert found(client, "spindle") == ["Spindle"]
    post.refresh_from_db()
    post.unpublish()
    assert found(client, "spindle") == []


def test_deleting(client, post):
    assert found(client, "loom") == ["Loom"]
    post.delete()
    assert found(client, "loom") == []
    assert not SearchDocument.objects.filter(object_id=post.pk).exists()


def test_words_go_with_their_last_document(client, blog, post):
    other = factories.BlogPostPageFactory(parent=blog, title="Shuttle")
    assert found(client, "shuttle") != []
    assert VocabularyWord.objects.get(text="shuttle").documents == 2
    post.unpublish()
    follow()
    assert VocabularyWord.objects.get(text="shuttle").documents == 1
    other.delete()
    follow()
    assert not VocabularyWord.objects.filter(text="shuttle").exists()


def test_a_restriction_on_a_page_above_takes_what_is_below(client, post):
    assert found(client, "loom") == ["Loom"]
    restriction = PageViewRestriction.objects.create(
        page=post.get_parent(), restriction_type=PageViewRestriction.LOGIN
    )
    assert client.get("/search/?q=loom").context["search"].found.total == 0
    restriction.delete()
    assert found(client, "loom") == ["Loom"]


def test_moving_below_a_restriction_and_out_of_it(client, home):
    closed = factories.ContentPageFactory(parent=home, title="Closed")
    page = factories.ContentPageFactory(parent=home, title="Loom")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    assert found(client, "loom") == ["Loom"]
    page.move(closed, pos="last-child")
    assert client.get("/search/?q=loom").context["search"].found.total == 0
    page.refresh_from_db()
    page.move(home, pos="last-child")
    assert found(client, "loom") == ["Loom"]


def test_a_page_goes_at_its_minute_even_if_nothing_runs(client, post):
    assert found(client, "loom") == ["Loom"]
    # As time passes: neither the page nor its row is written.
    past = timezone.now() - datetime.timedelta(minutes=1)
    SearchDocument.objects.filter(object_id=post.pk).update(expire_at=past)
    type(post).objects.filter(pk=post.pk).update(expire_at=past)
    state = client.get("/search/?q=loom").context["search"]
    assert (state.found.total, state.results, dict(state.found.counts)) == (0, [], {})
    assert client.get("/search/?q=lomm").context["search"].found.instead == ""
    assert client.get("/search/suggest/?q=loo").json()["suggestions"] == []


def test_a_row_that_is_behind_shows_nothing(client, post):
    assert found(client, "loom") == ["Loom"]
    type(post).objects.filter(pk=post.pk).update(live=False)
    assert found(client, "loom") == []
    assert client.get("/search/suggest/?q=loo").json()["suggestions"] in (
        [],
        [{"text": "loom", "url": ""}],
    )


def test_renaming_an_author_reaches_the_posts(client, post, people_index):
    ada = factories.PersonFactory(name="Ada Bianchi")
    factories.sign(post, ada)
    assert set(found(client, "bianchi")) == {"Ada Bianchi", "Loom"}
    ada.name = "Ada Verdi"
    ada.save()
    assert set(found(client, "verdi")) == {"Ada Verdi", "Loom"}
    assert found(client, "bianchi") == []


def test_an_author_who_is_not_public_leaves_no_trace(client, post, people_index):
    ada = factories.PersonFactory(name="Ada Bianchi")
    factories.sign(post, ada)
    ada.live = False
    ada.save()
    assert found(client, "bianchi") == []
    assert not VocabularyWord.objects.filter(text="bianchi").exists()


@pytest.mark.parametrize("what", ["category", "tag"])
def test_renaming_a_category_or_a_tag_reaches_the_posts(client, post, what):
    if what == "category":
        record = post.category = factories.CategoryFactory(name="Tools")
    else:
        post.tags.add("Tools")
    post.save()
    record = record if what == "category" else Tag.objects.get(name="Tools")
    assert found(client, "tools") == ["Loom"]
    record.name = "Devices"
    record.save()
    assert found(client, "devices") == ["Loom"]
    assert found(client, "tools") == []


def test_deleting_a_category_and_a_tag_reaches_the_posts(client, post):
    post.category = factories.CategoryFactory(name="Tools")
    post.tags.add("Wood")
    post.save()
    assert found(client, "tools wood") == ["Loom"]
    post.category.delete()
    Tag.objects.get(name="Wood").delete()
    assert found(client, "tools") == []
    assert found(client, "wood") == []


def test_people_go_with_the_people_page(client, people_index):
    factories.PersonFactory(name="Ada Bianchi")
    assert found(client, "bianchi") == ["Ada Bianchi"]
    people_index.unpublish()
    assert found(client, "bianchi") == []


def test_a_document_in_a_closed_collection_is_not_found(client, home):
    shelf = Collection.get_first_root_node().add_child(name="Shelf")
    document = factories.make_document(title="Manual", collection=shelf)
    assert found(client, "manual") == ["Manual"]
    restriction = CollectionViewRestriction.objects.create(
        collection=shelf, restriction_type=CollectionViewRestriction.LOGIN
    )
    assert found(client, "manual") == []
    restriction.delete()
    assert found(client, "manual") == ["Manual"]
    document.delete()
    assert found(client, "manual") == []


def test_a_cover_that_changes_or_goes_is_followed(client, post):
    post.cover = factories.make_image()
    post.save()
    assert "<picture>" in client.get("/search/?q=loom").content.decode()
    post.cover.delete()
    assert "<picture>" not in client.get("/search/?q=loom").content.decode()


def test_saving_a_draft_costs_the_index_nothing(post):
    follow()
    post.title = "Draft"
    post.save_revision()
    assert not any(changes.keys.values())


def snapshot() -> tuple:
    rows = SearchDocument.objects.order_by("source", "object_id", "locale")
    words = VocabularyWord.objects.order_by("locale", "text")
    return (
        list(rows.values_list("source", "object_id", "locale", "facets", "title", "names", "text")),
        list(words.values_list("locale", "text", "documents")),
    )


def test_a_rebuild_gives_what_keeping_gave(client, post, people_index):
    factories.sign(post, factories.PersonFactory(name="Ada"))
    factories.make_document(title="Manual")
    # The home pages were made by migrations, which send no signals.
    for home in HomePage.objects.all():
        home.save()
    follow()
    kept = snapshot()
    SearchDocument.objects.all().delete()
    VocabularyWord.objects.all().delete()
    rebuild(lambda done, total: None)
    assert snapshot() == kept
    assert "Loom" in found(client, "shuttle ada")


def test_a_rebuild_drops_what_was_lost_and_repairs_what_is_wrong(client, post):
    rebuild(lambda done, total: None)
    kept = snapshot()
    SearchDocument.objects.filter(object_id=post.pk).update(text="Wrong", facets="§l1")
    SearchDocument.objects.create(
        source="page", object_id=10**6, locale=post.locale, facets="", title="Lost", names="", text="",
        title_terms=["lost"], body_terms=[], length=1,
    )  # fmt: skip
    VocabularyWord.objects.filter(text="shuttle").update(documents=7)
    VocabularyWord.objects.filter(text="loom").delete()
    VocabularyWord.objects.create(locale=post.locale, text="ghost", documents=3)
    rebuild(lambda done, total: None)
    assert snapshot() == kept
    assert found(client, "lost") == []


def lists_new_rows() -> bool:
    """Whether an index of PostgreSQL still takes rows in by the list, over which every search would walk."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_class WHERE 'fastupdate=on' = ANY(reloptions)")
        return cursor.fetchone() is not None


def test_a_rebuild_that_was_stopped_goes_on(post, people_index, monkeypatch):
    class StoppedError(Exception):
        pass

    def stop(done, total):
        raise StoppedError

    monkeypatch.setattr("search.rebuilding.BATCH", 1)
    with pytest.raises(StoppedError):
        rebuild(stop)
    first = RebuildState.objects.get().last_key
    assert first > 0
    assert lists_new_rows() is False
    progress = []
    rebuild(lambda done, total: progress.append((done, total)))
    assert progress[0][0] == 2
    assert progress[-1][0] == progress[-1][1]
    assert not RebuildState.objects.exists()


def test_a_rebuild_makes_no_query_per_row(post, blog):
    def queries_with(posts: int) -> int:
        for _post in range(posts):
            person = factories.PersonFactory()
            post = factories.BlogPostPageFactory(
                parent=blog, body=[("quote", {"quote": "<p>Q</p>", "person": person})]
            )
            factories.sign(post, person)
        follow()
        with CaptureQueriesContext(connection) as captured:
            rebuild(lambda done, total: None)
        return len(captured)

    queries_with(1)
    assert queries_with(3) == queries_with(20)


def test_the_command_shows_how_far_it_is(post):
    out = io.StringIO()
    call_command("rebuild_search_index", anew=True, stdout=out)
    assert "█" in out.getvalue()
    assert "search documents" in out.getvalue()


def test_a_site_that_was_never_indexed_is_when_it_starts(client, home):
    assert found(client, "welcome") == []
    call_command("rebuild_search_index", if_empty=True, stdout=io.StringIO())
    assert found(client, "welcome") == ["Welcome"]
    SearchDocument.objects.filter(title="Welcome").delete()
    call_command("rebuild_search_index", if_empty=True, stdout=io.StringIO())
    assert found(client, "welcome") == []
