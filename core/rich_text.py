"""Prose: what becomes of it when it is saved, and its links to pages, for all of a text in one query."""

from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.rich_text.pages import PageLinkHandler

from core.models import SitePage
from core.tidy import tidy


class TidyRichTextArea(DraftailRichTextArea):
    """Wherever prose is written, in a field or in a block of any form; code is no prose."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return tidy(value) if value else value


class SitePageLinkHandler(PageLinkHandler):
    """Lead to the page in the language that is read, as Wagtail does, which asks for that language per link.

    A link to what is not published loses its address: Wagtail would tell the draft's, or write “None”.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        wanted = [attrs.get("id", "") for attrs in attrs_list]
        addresses = addresses_of({int(pk) for pk in wanted if pk.isdecimal()})
        return [
            f'<a href="{escape(address)}">' if (address := addresses.get(pk)) else "<a>"
            for pk in wanted
        ]


def addresses_of(keys: set[int]) -> dict[str, str]:
    """Return the address of each published page, or of its translation into the active language."""
    chosen = SitePage.objects.filter(pk__in=keys).values("translation_key")
    family = SitePage.objects.with_own_words().filter(translation_key__in=chosen)
    pages = {page.pk: page for page in family.select_related("locale")}
    here = {
        page.translation_key: page
        for page in pages.values()
        if page.live and page.locale.language_code == get_language()
    }
    addresses = {}
    for key in keys & pages.keys():
        page = here.get(pages[key].translation_key, pages[key])
        addresses[str(key)] = (page.url or "") if page.live else ""
    return addresses
