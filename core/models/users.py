"""The project's own user model: it cannot be introduced later."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    pass
