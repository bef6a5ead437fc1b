"""Which language a page stands in."""

from wagtail.models import Page, Site


def language_of(page: Page) -> str:
    """Return the code of the tree that a page stands in, without asking the database; empty for none."""
    for home in Site.get_site_root_paths():
        if page.url_path.startswith(home.root_path):
            return home.language_code
    return ""
