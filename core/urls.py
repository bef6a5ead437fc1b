from django.urls import path

from core.views import brand_stylesheet

urlpatterns = [path("brand/<slug:digest>.css", brand_stylesheet, name="brand_stylesheet")]
