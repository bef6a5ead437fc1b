from django.conf import settings
from django.urls import path

from delivery.views import live, media, ready

urlpatterns = [
    path("health/live", live, name="health_live"),
    path("health/ready", ready, name="health_ready"),
]
if settings.SERVE_MEDIA:
    urlpatterns.append(path(f"{settings.MEDIA_URL.strip('/')}/<path:path>", media, name="media"))
