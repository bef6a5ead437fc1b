from django.urls import path

from search.views import click, search, suggest

urlpatterns = [
    path("", search, name="search"),
    path("suggest/", suggest, name="search_suggest"),
    path("click/", click, name="search_click"),
]
