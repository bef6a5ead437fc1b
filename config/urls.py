from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("core.urls")),
    path("", include("delivery.urls")),
    path("", include("seo.urls")),
    path("", include("measurement.urls")),
]
# The default language stands at the root, every other one under its prefix.
urlpatterns += i18n_patterns(
    path("search/", include("search.urls")),
    path("", include("leads.urls")),
    path("", include("editorial.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
