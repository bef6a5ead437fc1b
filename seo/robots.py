"""robots.txt: what crawlers are asked to leave alone, and what they must never be."""

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from protego import Protego
from wagtail.models import Site

from core.models import SitePage

# Search results and hidden pages say noindex by themselves: to be heard they must stay open.
DEFAULT = "User-agent: *\nDisallow: /admin/\n"
CRAWLERS = ("*", "Googlebot", "Bingbot")
PAGES_CHECKED = 1000


def text_for(written: str, site: Site | None) -> str:
    """Return the file: what editors wrote or the default, and where the sitemap is."""
    text = f"{written.strip()}\n" if written.strip() else DEFAULT
    if site and "sitemap:" not in text.lower():
        text += f"\nSitemap: {site.root_url}{reverse('sitemap')}\n"
    return text


def message_about(text: str, site: Site) -> str:
    """Say why this text may not be robots.txt of a site; empty if it may."""
    rules = Protego.parse(text)

    def closed(address: str) -> bool:
        return any(not rules.can_fetch(address, crawler) for crawler in CRAWLERS)

    root = site.root_page.get_translations(inclusive=True)
    if any(closed(page.full_url) for page in root if page.full_url):
        return _("This would hide the whole site, or all of a language, from search engines.")
    if any(closed(f"{site.root_url}{path}") for path in needed()):
        return _(
            "Search engines need the stylesheets, scripts and pictures to see what readers see."
        )
    hidden = SitePage.objects.published().filter(noindex=True)[:PAGES_CHECKED]
    for page in hidden:
        if page.full_url and closed(page.full_url):
            return _(
                "“%(page)s” is hidden from search engines by its own setting. If they may not open it, they "
                "never learn that."
            ) % {"page": page.title}
    return ""


def needed() -> list[str]:
    media = reverse("sitemap"), static("css/site.css"), static("js/share.js")
    return [path for path in media if path.startswith("/")]
