"""The brand's stylesheet: the accent reaches the page without inline style."""

from django.http import HttpResponse
from django.views.decorators.cache import cache_control

from core.frame import frame_of


@cache_control(public=True, max_age=31536000, immutable=True)
def brand_stylesheet(request, digest: str) -> HttpResponse:
    """Serve the accent colours; `digest` only makes the address new when they change."""
    return HttpResponse(frame_of(request).brand.stylesheet, content_type="text/css; charset=utf-8")
