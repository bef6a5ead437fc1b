"""What every environment shares; secrets and hosts are the business of the module that imports this one."""

from config.env import (
    BASE_DIR,
    VAR_DIR,
    database,
    env,
    interface_languages,
    release,
    site_languages,
    tasks_backend,
    webhook,
)

INSTALLED_APPS = [
    "demo",
    "editorial",
    "home",
    "search",
    "blog",
    "people",
    "leads",
    "seo",
    "measurement",
    "delivery",
    "core",
    "wagtail_localize",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.typed_table_block",
    "wagtail.locales",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # Packs what the page cache leaves alone: admin, search, errors.
    "django.middleware.gzip.GZipMiddleware",
    "delivery.page_cache.PageCacheMiddleware",
    "delivery.security.ContentSecurityPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "seo.middleware.CanonicalHostMiddleware",
    "seo.middleware.HiddenSiteMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "editorial.guard.middleware.ContentGuardMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "seo.middleware.MissingAddressMiddleware",
    "editorial.publishing.middleware.RefusedPublishingMiddleware",
    # Last, for it calls the view itself.
    "editorial.turns.TurnsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context_processors.frame",
                "measurement.context_processors.measurement",
                "seo.context_processors.metadata",
            ],
        },
    },
]

DATABASES = {"default": database()}
CACHES = {
    "default": env.cache_url("CACHE_URL", default="locmemcache://"),
    # Wagtail writes to this cache even on a hit, so it must cost nothing: each process has its own.
    "renditions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "renditions",
        # Its keys carry the file's hash and focal point, so nothing in it can be out of date.
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
}
CACHES["default"].setdefault("KEY_PREFIX", release())
PAGE_CACHE = env.bool("PAGE_CACHE", default=True)
# How long a process may go without asking whether the site has changed.
PAGE_CACHE_SECONDS_BETWEEN_CHECKS = env.float("PAGE_CACHE_SECONDS_BETWEEN_CHECKS", default=0.5)
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="website@localhost")

AUTH_USER_MODEL = "core.User"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 12}
LOGIN_URL = "wagtailadmin_login"

LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = site_languages()
LANGUAGE_CODE = LANGUAGES[0][0]
# One language needs no word about languages in the admin.
WAGTAIL_I18N_ENABLED = len(LANGUAGES) > 1
if not WAGTAIL_I18N_ENABLED:
    INSTALLED_APPS.remove("wagtail.locales")
FORMAT_MODULE_PATH = ["config.formats"]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = env.str("TIME_ZONE", default="Europe/Rome")
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(VAR_DIR / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = env.str("MEDIA_URL", default="/media/")
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / "media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "delivery.storage.FlattenedStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# The address that the Site record gets when a site is created; afterwards the record is the truth.
SITE_URL = env.str(
    "SITE_URL",
    default=f"http://{env.str('HOST', default='127.0.0.1')}:{env.str('PORT', default='8000')}",
)
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_SITE_NAME = "Vetrina"
WAGTAILADMIN_PERMITTED_LANGUAGES = interface_languages()
# A translation that is not written yet would show the text of the original under its address.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# wagtail-localize asks its own views by script; nobody browses them, so REST framework needs no templates.
REST_FRAMEWORK = {"DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"]}
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_AUTOSAVE_INTERVAL = 2500
WAGTAIL_ENABLE_UPDATE_CHECK = False
# seo/redirects.py keeps old addresses: Wagtail does so for drafts, too.
WAGTAILREDIRECTS_AUTO_CREATE = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 5
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "core.rich_text.TidyRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "link", "ul", "ol"]},
    },
    "post": {
        "WIDGET": "core.rich_text.TidyRichTextArea",
        "OPTIONS": {
            "features": ["h2", "h3", "bold", "italic", "link", "document-link", "ul", "ol", "hr"]
        },
    },
    "inline": {
        "WIDGET": "core.rich_text.TidyRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "link"]},
    },
}
TAGGIT_CASE_INSENSITIVE = True

WAGTAILIMAGES_IMAGE_MODEL = "core.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.forms.SiteImageForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "svg", "webp"]
WAGTAILDOCS_DOCUMENT_MODEL = "core.SiteDocument"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# Pages link to films by a façade of our own, so no provider is ever asked from here.
WAGTAILEMBEDS_FINDERS = []

WAGTAILSEARCH_BACKENDS = {
    # "simple" splits and lower-cases without a language's stems, the same for every language of the site.
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"}
}
# How often a client may search in ten seconds: twice as many searches, six times as many suggestions. 0: no limit.
SEARCH_LIMIT = env.int("SEARCH_LIMIT", default=10)
SEARCH_RETENTION_DAYS = env.int("SEARCH_RETENTION_DAYS", default=400)
# How many messages a client may send by one form in ten minutes; 0: no limit.
FORM_LIMIT = env.int("FORM_LIMIT", default=10)
# Who fills in a form in less time is taken for a robot and asked once more.
FORM_SECONDS = env.int("FORM_SECONDS", default=2)
# Files from strangers are off until somebody wants them.
FORM_UPLOADS = env.bool("FORM_UPLOADS", default=False)
FORM_UPLOAD_SIZE = env.int("FORM_UPLOAD_SIZE", default=5 * 1024 * 1024)
# Where they are kept: no address leads there.
PRIVATE_ROOT = env.path("PRIVATE_ROOT", default=str(VAR_DIR / "private"))
WEBHOOK_URL, WEBHOOK_SECRET = webhook()
# Whether a proxy in front says who the visitor is (X-Forwarded-For), which otherwise anybody could make up.
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
# How long a visitor's answer holds before the question is put again.
CONSENT_DAYS = env.int("CONSENT_DAYS", default=180)
# How long the counts of views, referrers, campaigns and forms are kept.
FIGURES_RETENTION_DAYS = env.int("FIGURES_RETENTION_DAYS", default=400)
# What a request need not wait for: both indexes of the search and the index of references. On the spot, or written down
# for whoever runs `manage.py db_worker`.
TASKS = {"default": {"BACKEND": tasks_backend()}}

DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="")
# Whether a visit under another name of the site is sent on to the one of its Site record.
CANONICAL_HOST = False
# For a rehearsal of the site: nothing of it is for search engines.
HIDE_FROM_SEARCH = env.bool("HIDE_FROM_SEARCH", default=False)
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=True)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Without this Django mails errors to ADMINS and prints nothing.
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        # A missing page is the visitor's news, not the operator's.
        "django.request": {"level": "ERROR"},
        # One line per indexed record says nothing that an operator needs.
        "django_tasks": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
    },
}
