"""The site that tests stand on: what the migrations leave, with a blog and a people page."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings

from demo import pictures
from home.models import HomePage
from search.models import SearchDocument, VocabularyWord
from tests import factories


def pytest_collection_modifyitems(items):
    """What takes long begins first, so that no worker is left alone with it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(autouse=True)
def fresh_caches(settings, tmp_path):
    """Nothing that one test caches or uploads reaches another."""
    settings.MEDIA_ROOT = tmp_path / "media"
    yield
    for cache in caches.all():
        cache.clear()


@pytest.fixture(scope="module")
def restored(django_db_setup, django_db_blocker):
    """For files whose tests commit: behind their last one, the database is again what the migrations have left."""
    yield
    with django_db_blocker.unblock():
        connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
        # Read when the pages came back; the migrations index nothing.
        for model in (SearchDocument, VocabularyWord):
            model.objects.all().delete()


@pytest.fixture
def home(db) -> HomePage:
    return HomePage.objects.get(locale__language_code="en")


@pytest.fixture
def italian_home(db) -> HomePage:
    return HomePage.objects.get(locale__language_code="it")


@pytest.fixture
def blog(home):
    return factories.BlogIndexPageFactory(parent=home)


@pytest.fixture
def people_index(home):
    return factories.PeopleIndexPageFactory(parent=home)


@pytest.fixture
def make_user(db):
    def make(role: str | None = None, **fields):
        """Make a user of a role (a group’s name), or an administrator without one."""
        User = get_user_model()
        if role is None:
            return User.objects.create_superuser("boss", "boss@example.org", "secret", **fields)
        user = User.objects.create_user(role.lower(), f"{role}@example.org", "secret", **fields)
        user.groups.add(Group.objects.get(name=role))
        return user

    return make


@pytest.fixture
def admin(client, make_user):
    """A client signed in as administrator."""
    client.force_login(make_user())
    return client


@pytest.fixture(scope="module")
def loaded_example(django_db_setup, django_db_blocker, tmp_path_factory):
    """Load the example company with small pictures, once for a file of tests; give the folder of its media."""
    media = tmp_path_factory.mktemp("media")
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        patch.setattr(pictures, "LANDSCAPE", (160, 100))
        patch.setattr(pictures, "PORTRAIT", (100, 125))
        patch.setattr(pictures, "LOGO", (100, 40))
        with transaction.atomic():
            with override_settings(MEDIA_ROOT=media):
                call_command("demo", "start", verbosity=0)
            yield media
            transaction.set_rollback(True)


@pytest.fixture
def example(loaded_example, db, settings):
    """The example company; what a test changes of it is undone."""
    settings.MEDIA_ROOT = loaded_example
