"""Every door to publishing, tried with a whole post and with posts that lack something: by none does one of these go live."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.utils import timezone
from wagtail import hooks
from wagtail.models import GroupApprovalTask, PageLogEntry, Revision, Workflow, WorkflowTask
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from blog.models import BlogPostPage
from core.models import SharedSection, Testimonial
from core.publishing.gate import MISSED
from core.publishing.issues import Issue, NotWholeError, audit
from people.models import Person
from tests import factories

# What is wrong -> the fields that make it so, and what is said.
WRONG = {
    "block": ({"body": [("quote", {"quote": "<p>Said</p>"})]}, "Say who is quoted"),
    "field": ({"published_on": None}, "Date: This field"),
    "author": ({}, "Ada is not published"),
    "chosen": ({}, "This is not published, so readers would see nothing here."),
}


@pytest.fixture
def desk(client, make_user):
    client.force_login(make_user("Editors"))
    return client


@pytest.fixture
def ada():
    return factories.PersonFactory(name="Ada", slug="ada", live=False)


def draft(blog, ada, wrong: str | None = None, **fields) -> BlogPostPage:
    fields |= WRONG[wrong][0] if wrong else {}
    if wrong == "chosen":
        fields["body"] = [("author_card", {"person": ada})]
    post = factories.BlogPostPageFactory(parent=blog, live=False, **fields)
    if wrong == "author":
        factories.sign(post, ada)
    post.save_revision(clean=False)
    return post


def said(response) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def by_form(desk, post) -> str:
    body = [
        (
            "quote",
            dict.fromkeys(("person", "name", "role", "source_url"), "")
            | {"quote": rich_text("<p>Said</p>"), "source_title": "", "language": ""},
        )
        if block.block_type == "quote"
        else ("author_card", {"person": block.value["person"].pk, "text": rich_text("")})
        for block in post.body
    ]
    authors = [{"person": row.person_id, "id": row.pk} for row in post.authorships.all()]
    form = {
        "title": post.title,
        "slug": post.slug,
        "lead": rich_text(""),
        "body": streamfield(body),
        "published_on": post.published_on or "",
        "authorships": inline_formset(authors, initial=len(authors)),
        "related_posts": inline_formset([]),
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
        "action-publish": "1",
    }
    response = desk.post(f"/admin/pages/{post.pk}/edit/", nested_form_data(form))
    return response.content.decode()


def by_bulk(desk, *posts) -> str:
    keys = "&".join(f"id={post.pk}" for post in posts)
    response = desk.post(f"/admin/bulk/wagtailcore/page/publish/?{keys}&next=/admin/")
    assert response.url == "/admin/"
    return said(response)


def by_approval(desk, post, **headers) -> str:
    workflow = Workflow.objects.create(name="Review")
    task = GroupApprovalTask.objects.create(name="Editors")
    task.groups.add(Group.objects.get(name="Editors"))
    WorkflowTask.objects.create(workflow=workflow, task=task)
    state = workflow.start(post, None)
    address = f"/admin/pages/workflow/action/{post.pk}/approve/{state.current_task_state.pk}/"
    response = desk.post(f"{address}?next=/admin/", headers=headers)
    post.refresh_from_db()
    state.refresh_from_db()
    # Refused means: nothing has been approved either, so the page waits where it was.
    assert (state.status == "approved") == post.live
    return said(response) + response.content.decode()


def by_clock(desk, post) -> str:
    due = timezone.now() - timedelta(minutes=1)
    Revision.objects.filter(pk=post.latest_revision_id).update(approved_go_live_at=due)
    call_command("publish_scheduled")
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    is_told = PageLogEntry.objects.filter(page=post.pk, action=MISSED).exists()
    assert is_told != BlogPostPage.objects.get(pk=post.pk).live
    return ""


def by_code(desk, post) -> str:
    try:
        post.get_latest_revision().publish()
    except NotWholeError as refusal:
        return " ".join(refusal.messages)
    return ""


DOORS = [by_form, by_bulk, by_approval, by_clock, by_code]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("wrong", [None, *WRONG])
def test_what_lacks_something_goes_live_by_no_door(desk, blog, ada, door, wrong):
    post = draft(blog, ada, wrong)
    told = door(desk, post)
    post.refresh_from_db()
    assert post.live == (wrong is None)
    if wrong and door not in (by_clock, by_form):
        assert WRONG[wrong][1] in told
    if wrong and door is by_form:
        # A form names the field by standing at it.
        assert WRONG[wrong][1].removeprefix("Date: ") in told


def test_many_at_once_publish_the_whole_ones_and_name_the_others(desk, blog, ada):
    whole, other = draft(blog, ada), draft(blog, ada)
    broken = draft(blog, ada, "block", title="Broken <b>post</b>")
    told = by_bulk(desk, whole, broken, other)
    live = BlogPostPage.objects.live().values_list("pk", flat=True)
    assert set(live) == {whole.pk, other.pk}
    assert "2 pages have been published" in told
    assert "Broken &lt;b&gt;post&lt;/b&gt;" in told
    place = f"/admin/pages/{broken.pk}/edit/#:w:contentpath=body.{broken.body[0].id}.name"
    assert place in told


def test_pages_below_are_published_under_the_same_condition(desk, blog, ada):
    whole, broken = draft(blog, ada), draft(blog, ada, "author")
    address = f"/admin/bulk/wagtailcore/page/publish/?id={blog.pk}&next=/admin/"
    told = said(desk.post(address, {"include_descendants": "on"}))
    assert "1 page and 1 child page have been published" in told
    assert "Ada is not published" in told
    assert set(BlogPostPage.objects.live()) == {BlogPostPage.objects.get(pk=whole.pk)}
    assert not BlogPostPage.objects.get(pk=broken.pk).live


def test_a_dialog_of_a_review_closes_and_leads_to_the_explanation(desk, blog, ada):
    answer = by_approval(desk, draft(blog, ada, "block"), **{"X-Requested-With": "XMLHttpRequest"})
    assert '{"step": "success", "redirect": "/admin/"}' in answer
    assert "Say who is quoted" in answer


def test_one_bad_page_stops_no_other_at_its_time(blog, ada, monkeypatch):
    bad, good = draft(blog, ada, "block"), draft(blog, ada)
    due = timezone.now() - timedelta(hours=1)
    for minutes, post in enumerate((bad, good)):
        moment = due + timedelta(minutes=minutes)
        Revision.objects.filter(pk=post.latest_revision_id).update(approved_go_live_at=moment)
    call_command("publish_scheduled")
    call_command("publish_scheduled")
    assert [BlogPostPage.objects.get(pk=post.pk).live for post in (bad, good)] == [False, True]
    # Told once, not at every look.
    entry = PageLogEntry.objects.get(action=MISSED)
    assert entry.page_id == bad.pk
    assert entry.data["due"] == due.isoformat()


def test_whatever_fails_at_its_time_fails_alone(blog, ada, monkeypatch):
    bad, good = draft(blog, ada, title="Bad"), draft(blog, ada)
    due = timezone.now() - timedelta(hours=1)
    Revision.objects.filter(object_id__in=[bad.pk, good.pk]).update(approved_go_live_at=due)
    save = BlogPostPage.save

    def fail(page, *args, **kwargs):
        if page.title == "Bad" and page.live:
            raise RuntimeError
        return save(page, *args, **kwargs)

    monkeypatch.setattr(BlogPostPage, "save", fail)
    call_command("publish_scheduled")
    assert [BlogPostPage.objects.get(pk=post.pk).live for post in (bad, good)] == [False, True]
    assert PageLogEntry.objects.get(action=MISSED).page_id == bad.pk


def test_what_has_no_words_of_its_own_is_no_testimonial(db):
    record = Testimonial(name="", quote="", locale=factories.locale(), live=False)
    record.save()
    with pytest.raises(NotWholeError):
        record.save_revision(clean=False).publish()
    record.refresh_from_db()
    assert not record.live


def test_a_shared_section_is_whole_too(desk):
    body = [("quote", {"quote": "<p>Said</p>"})]
    record = SharedSection(name="Section", body=body, locale=factories.locale(), live=False)
    record.save()
    with pytest.raises(NotWholeError) as refusal:
        record.save_revision(clean=False).publish()
    assert refusal.value.issues[0].place == f"body.{record.body[0].id}.name"


def test_a_record_whose_form_cannot_say_so_is_explained_above_it(client, make_user):
    """Who edits metadata has no field for it, and a view of a record comes through the last door."""
    ada = factories.PersonFactory(name="Ada", slug="ada")
    client.force_login(make_user("SEO"))
    issue = Issue("test", "The moon is full.")
    with hooks.register_temporarily("publishing_obstacles", lambda record: [issue]):
        form = {"seo_title": "New", "action-publish": "1"}
        response = client.post(f"/admin/snippets/people/person/edit/{ada.pk}/", form)
    assert "The moon is full." in said(response)
    assert Person.objects.get(pk=ada.pk).seo_title == ""


@pytest.mark.parametrize(
    ("sent", "is_asked"),
    [
        ({"action-submit": "1"}, True),
        ({"action-workflow-action": "1", "workflow-action-name": "approve"}, True),
        ({"action-workflow-action": "1", "workflow-action-name": "reject"}, False),
        ({"action-cancel-workflow": "1"}, False),
    ],
)
def test_who_sends_a_draft_back_need_not_finish_it(blog, ada, sent, is_asked):
    form_class = BlogPostPage.get_edit_handler().get_form_class()
    form = form_class(data=sent, instance=draft(blog, ada, "author"))
    assert form.publishes == is_asked


def test_a_person_needs_a_name(db):
    ada = factories.PersonFactory(name="Ada", slug="ada", live=False)
    ada.name = ""
    with pytest.raises(NotWholeError):
        ada.save_revision(clean=False).publish()
    assert not Person.objects.get(pk=ada.pk).live


def test_the_panel_names_what_stands_before_publishing_and_what_is_worth_a_look(desk, blog, ada):
    post = draft(blog, ada, "block")
    page = desk.get(f"/admin/pages/{post.pk}/edit/").content.decode()
    assert f'data-readiness="/admin/pages/{post.pk}/readiness/"' in page
    answer = desk.get(f"/admin/pages/{post.pk}/readiness/").content.decode()
    assert answer.index("Say who is quoted") < answer.index("There is little to read.")
    assert f'href="#:w:contentpath=body.{post.body[0].id}.name"' in answer
    assert desk.get("/admin/pages/0/readiness/").status_code == 404


def test_the_panel_is_for_who_may_edit(client, make_user, blog, ada):
    post = draft(blog, ada)
    address = f"/admin/pages/{post.pk}/readiness/"
    assert client.get(address).url.startswith("/admin/login/")


def test_looking_at_a_draft_takes_as_long_whatever_is_wrong(
    blog, ada, django_assert_max_num_queries
):
    post = draft(blog, ada, "block").get_latest_revision_as_object()
    with django_assert_max_num_queries(20):
        audit(post)


def test_where_errors_stand_inside_blocks_inside_blocks(blog, ada):
    body = [
        (
            "columns",
            {"columns": [[("key_points", {"items": [{"body": ""}]})], [("text", "<p>Right</p>")]]},
        ),
        ("table", {"table": {"columns": [], "rows": [], "caption": ""}}),
    ]
    post = factories.BlogPostPageFactory(parent=blog, live=False, body=body)
    issues = [issue for issue in audit(post) if issue.severity == "block"]
    assert issues
    assert all(issue.place.startswith("body.") and issue.message for issue in issues)
    assert not any("Validation error" in issue.message for issue in issues)


def test_which_of_several_points_is_meant_a_number_tells(blog):
    points = [{"body": "<p>Whole</p>"}, {"body": ""}, {"body": ""}]
    body = [("key_points", {"items": points})]
    post = factories.BlogPostPageFactory(parent=blog, live=False, body=body)
    said = [issue.message for issue in audit(post) if issue.severity == "block"]
    assert [message for message in said if "Point 2" in message or "Point 3" in message] == said
    assert len(set(said)) == 2


def test_a_gap_is_named_once(blog):
    link = {"text": "Ask for a date"}
    body = [("call_to_action", {"title": "Come", "link": link, "second_link": {}})]
    post = factories.BlogPostPageFactory(parent=blog, live=False, body=body)
    issues = audit(post)
    assert any("Choose where the link leads" in issue.message for issue in issues)
    assert not any("deleted" in issue.message for issue in issues)


@pytest.mark.parametrize("name", ["readiness", "figures"])
def test_a_new_page_has_the_panels_that_its_first_save_fills(client, admin_user, blog, name):
    client.force_login(admin_user)
    page = client.get(f"/admin/pages/add/blog/blogpostpage/{blog.pk}/").content.decode()
    assert f'data-side-panel="{name}"' in page
    assert "Appears as soon as the page is saved." in page
