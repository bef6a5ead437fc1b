"""A change of what posts are sorted by is a change of every page that shows it."""

from django.apps import AppConfig


class BlogConfig(AppConfig):
    name = "blog"

    def ready(self):
        from blog.models import Category, Series, Tag  # noqa: PLC0415
        from core.models import SiteVersion  # noqa: PLC0415

        SiteVersion.follow(Category, Series, Tag)
