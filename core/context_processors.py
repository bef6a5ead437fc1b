"""What base.html shows around every page; lazy, so that a response without a frame pays nothing."""

from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from core import frame as parts
from core.announcements import announcement_for


def frame(request) -> dict:
    return {
        "home_url": reverse("wagtail_serve", args=[""]),
        "brand": SimpleLazyObject(lambda: parts.frame_of(request).brand),
        "navigation": SimpleLazyObject(lambda: parts.menu_of(request)),
        "footer": SimpleLazyObject(lambda: parts.frame_of(request).footer),
        "announcement": SimpleLazyObject(lambda: announcement_for(request)),
        "languages": SimpleLazyObject(lambda: parts.language_links(request)),
    }
