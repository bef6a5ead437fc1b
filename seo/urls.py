from django.urls import path

from seo.views import card, robots, sitemap

urlpatterns = [
    path("sitemap.xml", sitemap, name="sitemap"),
    path("share/<str:token>.png", card, name="share_card"),
    path("robots.txt", robots, name="robots"),
]
