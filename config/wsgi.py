import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
site = get_wsgi_application()

# Asks models, which are there only now.
from delivery.page_cache import PageCacheApplication  # noqa: E402

application = PageCacheApplication(site)
