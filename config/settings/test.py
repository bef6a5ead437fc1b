"""Tests: production's code with cheap hashes, mail in memory and media in a temporary folder."""

import os
import tempfile

from config.env import VAR_DIR
from config.settings.base import *  # noqa: F403
from config.settings.base import DATABASES

DEBUG = False
SECRET_KEY = "test-only-" + "x" * 50
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SITE_URL = WAGTAILADMIN_BASE_URL = "http://localhost"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    VAR_DIR.mkdir(exist_ok=True)
    # A file, so that a quick run can use it again; another name keeps two runs apart.
    name = os.environ.get("VETRINA_TEST_DB", "test")
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / f"{name}.sqlite3")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = os.path.join(tempfile.gettempdir(), f"vetrina-test-media-{os.getpid()}")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# A test sees what a change has made of a page, not what was kept; tests/delivery/test_page_cache.py turns it on.
PAGE_CACHE = False
PRIVATE_ROOT = os.path.join(tempfile.gettempdir(), f"vetrina-test-private-{os.getpid()}")
# Tests ask faster than people; the one of the limit sets its own.
SEARCH_LIMIT = FORM_LIMIT = 0
