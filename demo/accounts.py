"""The accounts that a new site starts with, and their one password."""

import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

# Account -> group; the administrator needs none.
ACCOUNTS = {"admin": None, "editor": "Editors", "marketer": "Marketers", "seo": "SEO"}
DEMO_ONLY = ("editor", "marketer", "seo")
PASSWORD_FILE: Path = settings.VAR_DIR / "demo-password"


def password() -> str:
    """Return DEMO_PASSWORD, else the random one that this machine made the first time."""
    if settings.DEMO_PASSWORD:
        return settings.DEMO_PASSWORD
    if not PASSWORD_FILE.exists():
        PASSWORD_FILE.parent.mkdir(exist_ok=True)
        PASSWORD_FILE.touch(mode=0o600)
        PASSWORD_FILE.write_text(secrets.token_hex(8))
    return PASSWORD_FILE.read_text()


def create_accounts(names) -> None:
    """Create the accounts that are missing; those that exist keep their password."""
    User = get_user_model()
    for name in names:
        if User.objects.filter(username=name).exists():
            continue
        user = User(username=name, email=f"{name}@example.org", first_name=name.capitalize())
        user.is_superuser = user.is_staff = ACCOUNTS[name] is None
        user.set_password(password())
        user.save()
        if ACCOUNTS[name]:
            user.groups.set([Group.objects.get(name=ACCOUNTS[name])])
