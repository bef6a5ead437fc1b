"""What stands around every page: brand, menu, footer and the other languages."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.urls import translate_url
from django.utils import translation
from wagtail.models import Site

from core.models import BrandSettings, Footer, Navigation, SitePage
from core.remembered import remembered


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


@dataclass(frozen=True)
class Frame:
    """What is the same on every page of a language, whichever page is shown."""

    brand: BrandSettings
    menu: Menu | None
    footer: PageFooter | None


def frame_of(request) -> Frame:
    """Return the frame of the active language, asked for once a request and remembered between them."""
    if not hasattr(request, "_frame"):
        site = Site.find_for_request(request)
        place = f"frame:{site.pk if site else ''}:{translation.get_language()}"
        request._frame = remembered(request, place, lambda: build(request))
    return request._frame


def build(request) -> Frame:
    language = {"locale__language_code": translation.get_language()}
    menu = Navigation.objects.filter(**language).first()
    footer = Footer.objects.filter(**language).first()
    site = Site.find_for_request(request)
    return Frame(
        brand=BrandSettings.for_site(site) if site else BrandSettings(),
        menu=menu and build_menu(menu),
        footer=footer and build_footer(footer),
    )


def build_menu(record: Navigation) -> Menu:
    action = frame_links(block.value for block in record.action)
    return Menu(frame_links(block.value for block in record.links), action[0] if action else None)


def build_footer(record: Footer) -> PageFooter:
    columns = [
        LinkColumn(block.value["title"], frame_links(block.value["links"]))
        for block in record.columns
    ]
    return PageFooter(record.text, columns, record.legal)


def frame_links(values) -> list[FrameLink]:
    """Turn link values into what a menu shows, without those that lead nowhere or to what is not public."""
    values = list(values)
    pages = {value["page"].pk for value in values if value["page"]}
    public = set(SitePage.objects.published().filter(pk__in=pages).values_list("pk", flat=True))
    return [
        FrameLink(value.label, value.href)
        for value in values
        if value.href and value.label and (not value["page"] or value["page"].pk in public)
    ]


def menu_of(request) -> Menu | None:
    """The menu with the mark of where the reader is, the only part that differs from page to page."""
    menu = frame_of(request).menu
    if menu is None:
        return None
    links = [replace(link, is_current=is_current(link.href, request.path)) for link in menu.links]
    return replace(menu, links=links)


def is_current(href: str, path: str) -> bool:
    """Whether a link leads to the page shown or to the section that it belongs to."""
    is_home = href in ("/", f"/{translation.get_language()}/")
    return href == path or (not is_home and href.endswith("/") and path.startswith(href))


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
