"""The metadata of what is shown; a view that knows better passes its own."""

from django.utils.functional import SimpleLazyObject

from seo.metadata import describe


def metadata(request) -> dict:
    return {"metadata": SimpleLazyObject(lambda: describe(getattr(request, "page", None), request))}
