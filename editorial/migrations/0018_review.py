"""Review by the editors, for all pages, in place of a workflow of Wagtail's that nobody could end."""

from django.conf import settings
from django.db import migrations
from django.utils import translation
from django.utils.translation import gettext as _

STOCK = "Moderators approval"
APPROVE = "Editors"


def offer_review(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Group = apps.get_model("auth", "Group")
    Page = apps.get_model("wagtailcore", "Page")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    WorkflowPage = apps.get_model("wagtailcore", "WorkflowPage")
    WorkflowTask = apps.get_model("wagtailcore", "WorkflowTask")
    GroupApprovalTask = apps.get_model("wagtailcore", "GroupApprovalTask")

    editors = Group.objects.filter(name=APPROVE).first()
    present = WorkflowPage.objects.filter(page__depth=1).select_related("workflow").first()
    if editors is None or (present and not is_untouched(present.workflow, GroupApprovalTask)):
        return
    with translation.override(settings.LANGUAGE_CODE):
        name = _("Editorial review")
    task = GroupApprovalTask.objects.create(
        name=name,
        active=True,
        content_type=ContentType.objects.get(app_label="wagtailcore", model="groupapprovaltask"),
    )
    task.groups.add(editors)
    workflow = Workflow.objects.create(name=name, active=True)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    if present:
        retire(present.workflow, apps)
    WorkflowPage.objects.filter(page__depth=1).delete()
    WorkflowPage.objects.create(workflow=workflow, page=Page.objects.get(depth=1))


def is_untouched(workflow, GroupApprovalTask) -> bool:
    """Whether it is the one that Wagtail makes, whose group has gone with `0001_roles`."""
    tasks = list(workflow.workflow_tasks.values_list("task", flat=True))
    return (
        workflow.name == STOCK
        and len(tasks) == 1
        and GroupApprovalTask.objects.filter(pk__in=tasks, groups=None, name=STOCK).exists()
    )


def retire(workflow, apps):
    """What has been used stays for the history of pages, but no page can be sent to it any more."""
    TaskState = apps.get_model("wagtailcore", "TaskState")
    WorkflowState = apps.get_model("wagtailcore", "WorkflowState")
    Task = apps.get_model("wagtailcore", "Task")
    tasks = Task.objects.filter(
        pk__in=list(workflow.workflow_tasks.values_list("task", flat=True))
    )
    is_used = (
        WorkflowState.objects.filter(workflow=workflow).exists()
        or TaskState.objects.filter(task__in=tasks).exists()
    )
    if is_used:
        tasks.update(active=False)
        workflow.active = False
        workflow.save()
    else:
        keys = list(tasks.values_list("pk", flat=True))
        workflow.delete()
        apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(pk__in=keys).delete()


class Migration(migrations.Migration):
    dependencies = [("editorial", "0017_draft_links"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunPython(offer_review, migrations.RunPython.noop)]
