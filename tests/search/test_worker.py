"""Where a worker runs, it keeps the indexes right, and who saves does not wait."""

import pytest
from django.core.management import call_command

from blog.models import BlogPostPage
from tests import factories
from tests.search.asking import found

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("restored"),
]


def test_a_worker_does_it_where_one_runs(settings, client, blog):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    post = factories.BlogPostPageFactory(parent=blog, title="Loom")
    assert found(client, "loom") == []
    call_command("db_worker", batch=True, verbosity=0)
    assert found(client, "loom") == ["Loom"]
    # Wagtail's own, for the admin.
    assert [page.pk for page in BlogPostPage.objects.search("loom")] == [post.pk]
