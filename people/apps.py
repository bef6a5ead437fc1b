"""A change of a person is a change of every page that names them."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"

    def ready(self):
        from core.models import SiteVersion  # noqa: PLC0415
        from people.models import Person  # noqa: PLC0415

        SiteVersion.follow(Person)
