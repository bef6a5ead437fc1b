"""The index page of a language, looked up once a request, for the links that lead below it."""

from wagtail.models import Page

from core.models import SitePage


def index_page(model: type[SitePage], locale_id: int, request=None) -> Page | None:
    """Return the public page of this type in this language, or None; remembered on the request."""
    shown = getattr(request, "page", None)
    if isinstance(shown, model) and shown.locale_id == locale_id:
        return shown
    remembered = request.__dict__.setdefault("_index_pages", {}) if request else {}
    key = (model, locale_id)
    if key not in remembered:
        remembered[key] = model.objects.published().filter(locale_id=locale_id).first()
    return remembered[key]
