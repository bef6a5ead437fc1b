"""Where the index page of a language stands, for the links that lead below it."""

from core.models import SitePage
from core.remembered import remembered


def index_url(model: type[SitePage], locale_id: int, request=None) -> str:
    """Return the address of the public page of this type in this language; empty if there is none."""

    def find() -> str:
        page = model.objects.published().filter(locale_id=locale_id).first()
        return (page.get_url(request) or "") if page else ""

    return remembered(request, f"index:{model._meta.label}:{locale_id}", find)
