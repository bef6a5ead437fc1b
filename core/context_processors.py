"""What base.html shows around every page; lazy, so that a response without a frame pays nothing."""

from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from core import frame as parts


def frame(request) -> dict:
    return {
        "home_url": reverse("wagtail_serve", args=[""]),
        "brand": SimpleLazyObject(lambda: parts.brand(request)),
        "navigation": SimpleLazyObject(lambda: parts.menu(request)),
        "footer": SimpleLazyObject(lambda: parts.page_footer(request)),
        "languages": SimpleLazyObject(lambda: parts.language_links(request)),
    }
