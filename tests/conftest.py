"""The site that tests stand on: what the migrations leave, with a blog and a people page."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import caches

from home.models import HomePage
from tests import factories


@pytest.fixture(autouse=True)
def fresh_caches(settings, tmp_path):
    """Nothing that one test caches or uploads reaches another."""
    settings.MEDIA_ROOT = tmp_path / "media"
    yield
    for cache in caches.all():
        cache.clear()


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
