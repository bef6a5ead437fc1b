from django.urls import path

from measurement.views import seen

# No page has a slug that begins so by itself.
urlpatterns = [path("_seen/", seen, name="seen")]
