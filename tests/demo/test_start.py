"""What the command leaves alone: a site that is to stay empty, a question answered with no."""

from django.contrib.auth import get_user_model
from django.core.management import call_command

from blog.models import BlogPostPage


def test_an_empty_start_makes_only_the_administrator(db):
    call_command("demo", "start", "--empty")
    assert [user.username for user in get_user_model().objects.all()] == ["admin"]
    assert not BlogPostPage.objects.exists()
    call_command("demo", "start")
    assert not BlogPostPage.objects.exists()


def test_a_reset_that_is_not_confirmed_does_nothing(db, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda prompt: "no")
    call_command("demo", "load")
    assert not BlogPostPage.objects.exists()
