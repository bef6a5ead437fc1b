"""`make run`: production's behaviour, DEBUG off, over plain HTTP on the loopback."""

from config.env import env, remembered_secret
from config.settings.base import *  # noqa: F403

DEBUG = False
SECRET_KEY = remembered_secret("secret-key")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", env.str("HOST", default="127.0.0.1")]
