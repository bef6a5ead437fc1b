"""Safe by itself: starts only with SECRET_KEY and ALLOWED_HOSTS, and speaks only HTTPS."""

from config.env import env
from config.settings.base import *  # noqa: F403

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# The proxy in front terminates TLS and must overwrite this header.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=True)
SECURE_SSL_REDIRECT = True
# Probes reach the container directly, without the proxy.
SECURE_REDIRECT_EXEMPT = [r"^health/"]
CANONICAL_HOST = env.bool("CANONICAL_HOST", default=True)
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
