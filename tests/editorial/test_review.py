"""A page goes to review and comes back approved; what is live and what is not can be compared."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage

from blog.models import BlogPostPage
from tests import factories

offer_review = import_module("editorial.migrations.0018_review").offer_review


@pytest.fixture
def draft(blog):
    post = factories.BlogPostPageFactory(parent=blog, title="As it is", slug="post")
    post.save_revision().publish()
    post.title = "As it will be"
    post.save_revision()
    return BlogPostPage.objects.get(pk=post.pk)


def form_of(client, page) -> dict:
    """The fields of the editor's form, as a browser would send them."""
    form = client.get(f"/admin/pages/{page.pk}/edit/").context["form"]
    return {
        "title": page.title,
        "slug": page.slug,
        "published_on": str(getattr(page, "published_on", "") or ""),
        "lead": "null",
        "body-count": "0",
        **{
            f"{formset.prefix}-{name}": "0"
            for formset in form.formsets.values()
            for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
        },
    }


def test_on_a_new_site_every_page_has_one_review_by_the_editors(blog):
    workflow = Workflow.objects.get()
    assert workflow.name == "Editorial review"
    assert [task.name for task in workflow.tasks] == ["Editorial review"]
    assert [group.name for group in GroupApprovalTask.objects.get().groups.all()] == ["Editors"]
    assert blog.get_workflow() == workflow


def test_the_migration_changes_nothing_that_is_there(db):
    before = list(Workflow.objects.values()), list(WorkflowPage.objects.values())
    Workflow.objects.update(name="Our own")
    offer_review(apps, None)
    assert Workflow.objects.get().name == "Our own"
    assert list(WorkflowPage.objects.values()) == before[1]


def test_a_stock_workflow_that_a_company_uses_is_left_alone(db):
    Workflow.objects.update(name="Moderators approval")
    GroupApprovalTask.objects.update(name="Moderators approval")
    offer_review(apps, None)
    # Its task has a group, so somebody has chosen it.
    assert Workflow.objects.get().name == "Moderators approval"
    GroupApprovalTask.objects.get().groups.clear()
    offer_review(apps, None)
    assert Workflow.objects.get().name == "Editorial review"


def test_a_site_without_the_group_gets_no_review_that_nobody_could_end(db):
    WorkflowPage.objects.all().delete()
    Workflow.objects.all().delete()
    Group.objects.filter(name="Editors").delete()
    offer_review(apps, None)
    assert not Workflow.objects.exists()


def test_a_marketer_asks_for_review_and_an_editor_approves(client, make_user, draft):
    client.force_login(make_user("Marketers"))
    client.post(
        f"/admin/pages/{draft.pk}/edit/", form_of(client, draft) | {"action-submit": "Submit"}
    )
    draft.refresh_from_db()
    state = draft.current_workflow_task_state
    assert state is not None
    client.force_login(make_user("Editors"))
    assert "As it is" in client.get("/admin/").content.decode()
    approve = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", state.pk])
    client.post(approve, {"comment": "Good"})
    draft = BlogPostPage.objects.get(pk=draft.pk)
    assert draft.current_workflow_state is None
    assert not draft.has_unpublished_changes


@pytest.mark.parametrize("role", ["Marketers", "Editors", "SEO"])
def test_what_is_live_is_compared_with_the_draft_in_one_click(client, make_user, draft, role):
    client.force_login(make_user(role))
    address = f"/admin/pages/{draft.pk}/revisions/compare/live...latest/"
    assert address in client.get(f"/admin/pages/{draft.pk}/edit/").content.decode()
    text = client.get(address).content.decode()
    assert "deletion" in text
    assert "addition" in text


def test_where_there_is_nothing_to_compare_nothing_is_offered(client, make_user, draft, blog):
    client.force_login(make_user("Editors"))
    unpublished = factories.BlogPostPageFactory(parent=blog, live=False)
    unpublished.save_revision()
    draft.get_latest_revision().publish()
    for page in (draft, unpublished):
        text = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        assert "compare/live" not in text


def test_every_page_type_can_be_commented(client, make_user, draft):
    client.force_login(make_user("Marketers"))
    for page in (draft, Page.objects.get(pk=draft.get_parent().pk)):
        assert "comments" in client.get(f"/admin/pages/{page.pk}/edit/").context["form"].formsets
