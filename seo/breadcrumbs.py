"""The pages above many pages, asked for at once."""

from core.models import SitePage
from core.models.pages import TOP_LEVEL


def set_breadcrumbs(pages: list[SitePage]) -> None:
    """What `breadcrumbs` would ask for page by page."""
    ways = {page.pk: paths_above(str(page.path)) for page in pages}
    paths = {path for way in ways.values() for path in way}
    above = {page.path: page for page in SitePage.objects.published().filter(path__in=paths)}
    for page in pages:
        page.breadcrumbs = [above[path] for path in ways[page.pk] if path in above]


def paths_above(path: str) -> list[str]:
    """The places in the tree that a page stands below, from the top, without the home page."""
    step = SitePage.steplen
    return [path[:end] for end in range(TOP_LEVEL * step, len(path), step)]
