"""What stands around every page: brand, menu, footer and the other languages."""

from dataclasses import dataclass, field, replace

from django.conf import settings
from django.urls import translate_url
from django.utils import translation
from wagtail import hooks
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


class Languages(list[LanguageLink]):
    @property
    def untranslated(self) -> list[str]:
        """The names of the languages in which readers do not get what is shown, but the home page."""
        return [link.name for link in self if not link.is_translated]


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
    """What is the same on every page of a language, whichever page is shown; `homes` are by language code.

    `parts` are what the hooks `frame_parts` add, each of a request and its site: by name, and fit for a cache.
    """

    brand: BrandSettings
    menu: Menu | None
    footer: PageFooter | None
    homes: dict[str, str]
    parts: dict[str, object] = field(default_factory=dict)


def frame_of(request) -> Frame:
    """Return the frame of the active language, asked for once a request and remembered between them."""
    if not hasattr(request, "_frame"):
        site = Site.find_for_request(request)
        place = f"frame:{site.pk if site else ''}:{translation.get_language()}"
        request._frame = remembered(request, place, lambda: build(request))
    return request._frame


def has_frame(request) -> bool:
    """Whether the frame was asked for while this request was answered."""
    return hasattr(request, "_frame")


def build(request) -> Frame:
    language = {"locale__language_code": translation.get_language()}
    menu = Navigation.objects.filter(**language).first()
    footer = Footer.objects.filter(**language).first()
    site = Site.find_for_request(request)
    return Frame(
        brand=BrandSettings.for_site(site) if site else BrandSettings(),
        menu=menu and build_menu(menu),
        footer=footer and build_footer(footer),
        homes=homes_of(site, request) if site else {},
        parts={
            name: value
            for add in hooks.get_hooks("frame_parts")
            for name, value in add(request, site).items()
        },
    )


def homes_of(site: Site, request) -> dict[str, str]:
    root = site.root_page
    homes = SitePage.objects.published().filter(translation_key=root.translation_key)
    return {
        home.locale.language_code: home.get_url(request) for home in homes.select_related("locale")
    }


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
    pages = {value.target.pk for value in values if value.target}
    public = set(SitePage.objects.published().filter(pk__in=pages).values_list("pk", flat=True))
    return [
        FrameLink(value.label, value.href)
        for value in values
        if value.href and value.label and (not value.target or value.target.pk in public)
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


def language_links(request) -> Languages:
    """One link per language: to what is shown, where it is translated, else to that language's home page.

    Empty where there is nothing to switch to.
    """
    if len(settings.LANGUAGES) < 2:
        return Languages()
    here, homes = translation.get_language(), frame_of(request).homes
    # Without the query: a page is kept for all readers, however the first of them came.
    addresses = {here: request.path} | addresses_of(request, homes)
    links = Languages(
        LanguageLink(
            code=code,
            name=translation.get_language_info(code)["name_local"].capitalize(),
            url=addresses.get(code) or homes[code],
            is_current=code == here,
            is_translated=code in addresses,
        )
        for code, _name in settings.LANGUAGES
        if code in addresses or code in homes
    )
    return links if len(links) > 1 else Languages()


def addresses_of(request, homes: dict[str, str]) -> dict[str, str]:
    """Return where each language has what is shown; where nothing is, that is its home page."""
    if page := getattr(request, "page", None):
        return alternate_urls(page, request)
    found = request.resolver_match
    if found is None or found.view_name == "wagtail_serve":
        return homes
    # A view without a page, such as the search, is the same in every language that has begun.
    return {code: translate_url(request.get_full_path(), code) for code in homes}


def alternate_urls(page, request) -> dict[str, str]:
    """What the page says of its translations, asked once a request: the head and the switch both need it."""
    if not hasattr(request, "_alternate_urls"):
        request._alternate_urls = page.alternate_urls(request)
    return request._alternate_urls
