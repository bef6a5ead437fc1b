"""What stands around every page: brand, menu, footer and the other languages."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import translate_url
from django.utils import translation
from wagtail.models import Site

from core.models import BrandSettings, Footer, Navigation


@dataclass(frozen=True)
class FrameLink:
    label: str
    href: str
    is_current: bool = False


@dataclass(frozen=True)
class LanguageLink:
    code: str
    name: str
    url: str
    is_current: bool
    is_translated: bool


@dataclass(frozen=True)
class Menu:
    links: list[FrameLink]
    action: FrameLink | None


@dataclass(frozen=True)
class LinkColumn:
    title: str
    links: list[FrameLink]


@dataclass(frozen=True)
class PageFooter:
    text: str
    columns: list[LinkColumn]
    legal: str


def frame_links(values, request) -> list[FrameLink]:
    """Turn link values into what a menu shows, without those that lead nowhere."""
    return [
        FrameLink(value.label, value.href, is_current(value.href, request.path))
        for value in values
        if value.href and value.label
    ]


def is_current(href: str, path: str) -> bool:
    """Whether a link leads to the page shown or to the section that it belongs to."""
    is_home = href in ("/", f"/{translation.get_language()}/")
    return href == path or (not is_home and href.endswith("/") and path.startswith(href))


def brand(request) -> BrandSettings:
    if Site.find_for_request(request) is None:
        return BrandSettings()
    return BrandSettings.for_request(request)


def menu(request) -> Menu | None:
    record = Navigation.objects.filter(locale__language_code=translation.get_language()).first()
    if record is None:
        return None
    action = frame_links((block.value for block in record.action), request)
    return Menu(
        links=frame_links((block.value for block in record.links), request),
        action=action[0] if action else None,
    )


def page_footer(request) -> PageFooter | None:
    record = Footer.objects.filter(locale__language_code=translation.get_language()).first()
    if record is None:
        return None
    columns = [
        LinkColumn(block.value["title"], frame_links(block.value["links"], request))
        for block in record.columns
    ]
    return PageFooter(record.text, columns, record.legal)


def language_links(request) -> list[LanguageLink]:
    """One link per language: to this page where it is translated, else to that language's home page.

    Empty where there is nothing to switch to.
    """
    if len(settings.LANGUAGES) < 2:
        return []
    page = getattr(request, "page", None)
    addresses = alternate_urls(page, request) if page else {}
    current = translation.get_language()
    links = []
    for code, _name in settings.LANGUAGES:
        address = addresses.get(code) or (
            request.path if code == current else other_home(request, code, has_page=bool(page))
        )
        name = translation.get_language_info(code)["name_local"].capitalize()
        links.append(
            LanguageLink(
                code, name, address, code == current, is_translated=code in addresses or not page
            )
        )
    return links


def alternate_urls(page, request) -> dict[str, str]:
    """What the page says of its translations, asked once a request: the head and the switch both need it."""
    if not hasattr(request, "_alternate_urls"):
        request._alternate_urls = page.alternate_urls(request)
    return request._alternate_urls


def other_home(request, code: str, has_page: bool) -> str:
    """Where a language begins; a view without a page, such as the search, exists in every language."""
    return translate_url("/" if has_page else request.path, code)
