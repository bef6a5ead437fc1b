"""What base.html needs to count and to ask for consent; lazy, so that a response without a frame pays nothing."""

from django.utils.functional import SimpleLazyObject

from measurement.consent import consent_for, is_for_visitors


def measurement(request) -> dict:
    return {
        "consent": SimpleLazyObject(lambda: consent_for(request)),
        "counted_page": SimpleLazyObject(lambda: counted_page(request)),
    }


def counted_page(request) -> int | None:
    """The key of the page whose views are counted: by a beacon, so that a page that is kept costs nothing."""
    page = getattr(request, "page", None)
    return page.pk if page and is_for_visitors(request) else None
