"""The Markdown twin of a page, made of what its readers see, and the list of twins for language models."""

from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from django.http import Http404
from django.utils import translation
from django.utils.text import capfirst
from markdownify import MarkdownConverter
from wagtail.models import Locale, Site

from core.models import SitePage
from seo.metadata import twin_of
from seo.sitemaps import page_types

# What leads elsewhere or does something, and says nothing of the page itself.
FURNITURE = (
    "nav, form, button, script, style, svg, template, [hidden], [aria-hidden=true], "
    ".breadcrumbs, .contents, .share, .neighbours, .related, .skip"
)
LISTED_PER_TYPE = 100


def markdown(html: str) -> tuple[str, str]:
    """Return a page as Markdown, and its canonical address; 404 for what search engines may not list."""
    tree = BeautifulSoup(html, "html.parser")
    canonical = tree.select_one("link[rel=canonical]")
    twin = tree.select_one("link[type='text/markdown']")
    main = tree.select_one("main")
    if not (canonical and twin and main):
        raise Http404
    address = str(canonical["href"])
    cleaned(main, address)
    text = MarkdownConverter(heading_style="atx", bullets="-", strip=["span"]).convert_soup(main)
    lines = [
        line.strip() if not line.startswith((" ", ">")) else line.rstrip()
        for line in text.splitlines()
    ]
    return f"{without_gaps(lines)}\n\n---\n\n<{address}>\n", address


def cleaned(main: Tag, address: str) -> None:
    for tag in main.select(FURNITURE):
        tag.decompose()
    for image in main.select("img"):
        if not image.get("alt"):
            image.decompose()
    for anchor in main.select("a.anchor"):
        anchor.unwrap()
    for tag in main.select("[href], [src]"):
        for name in {"href", "src"} & tag.attrs.keys():
            tag[name] = urljoin(address, str(tag[name]))


def without_gaps(lines: list[str]) -> str:
    """Join lines, with at most one empty line between two others."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip()


def llms_text(site: Site, name: str, request) -> str:
    """Return llms.txt: the newest pages of each type and language, with what each is about."""
    lines = [f"# {name}"]
    summary = site.root_page.specific.metadata_description
    lines += ["", f"> {summary}"] if summary else []
    for locale in Locale.objects.all():
        with translation.override(locale.language_code):
            for model in page_types():
                pages = (
                    model.objects.indexable().filter(locale=locale).order_by("-first_published_at")
                )
                found = [line_about(page, request) for page in pages[:LISTED_PER_TYPE]]
                title = capfirst(model._meta.verbose_name_plural)
                lines += ["", f"## {title} ({locale.language_code})", "", *found] if found else []
    return "\n".join(lines) + "\n"


def line_about(page: SitePage, request) -> str:
    title = " ".join(page.title.replace("[", "(").replace("]", ")").split())
    about = " ".join(page.metadata_description.split())
    address = twin_of(page.get_full_url(request), page)
    return f"- [{title}]({address})" + (f": {about}" if about else "")
