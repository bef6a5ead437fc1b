from django.urls import path

from seo.views import card, llms, robots, sitemap, sitemap_part, twin

urlpatterns = [
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap/<slug:language>/<slug:kind>-<int:number>.xml", sitemap_part, name="sitemap_part"),
    path("robots.txt", robots, name="robots"),
    path("llms.txt", llms, name="llms"),
    path("share/<str:token>.png", card, name="share_card"),
    path("<path:path>.md", twin, name="twin"),
]
