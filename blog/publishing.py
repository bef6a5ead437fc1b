"""What keeps a post from being published, beyond its own fields and blocks."""

from collections.abc import Iterator

from django.db import models
from django.utils.translation import gettext as _
from wagtail import hooks

from blog.models import BlogPostPage
from core.publishing.issues import Issue


@hooks.register("publishing_obstacles")
def unpublished_authors(record: models.Model) -> Iterator[Issue]:
    if isinstance(record, BlogPostPage):
        for row in record.authorships.all():
            if row.person_id and not row.person.live:
                said = _("%(name)s is not published, so readers would not see who wrote this.")
                yield Issue("author", said % {"name": row.person.name}, "authorships")
