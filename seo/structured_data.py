"""schema.org nodes with stable ids, for one JSON-LD graph per page."""

from django.utils import translation
from wagtail.models import Site


def root_address(request) -> str:
    site = Site.find_for_request(request)
    return site.root_url if site else ""


def organization_node(brand, request) -> dict:
    root = root_address(request)
    node = {
        "@type": "Organization",
        "@id": f"{root}/#organization",
        "name": brand.name,
        "url": f"{root}/",
    }
    if profiles := [block.value["url"] for block in brand.social_links]:
        node["sameAs"] = profiles
    return node


def website_node(brand, request) -> dict:
    root = root_address(request)
    return {
        "@type": "WebSite",
        "@id": f"{root}/#website",
        "name": brand.name,
        "url": f"{root}/",
        "publisher": {"@id": f"{root}/#organization"},
    }


def breadcrumbs_node(page, request) -> list[dict]:
    """The trail to a page; nothing for pages that stand at the top."""
    trail = [(above.title, above.get_full_url(request)) for above in page.breadcrumbs]
    if not trail:
        return []
    address = page.get_full_url(request)
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": item}
        for position, (name, item) in enumerate([*trail, (page.title, address)], start=1)
    ]
    return [{"@type": "BreadcrumbList", "@id": f"{address}#breadcrumbs", "itemListElement": items}]


def person_node(person, address: str) -> dict:
    node = {"@type": "Person", "@id": f"{address}#person", "name": person.name, "url": address}
    if person.role:
        node["jobTitle"] = person.role
    if same_as := [link.url for link in person.links.all() if link.same_as]:
        node["sameAs"] = same_as
    return node


def posting_node(post, request) -> dict:
    """A post, with its authors by name; dates are those that readers see."""
    address = post.get_full_url(request)
    node = {
        "@type": "BlogPosting",
        "@id": f"{address}#posting",
        "headline": post.title,
        "mainEntityOfPage": address,
        "inLanguage": translation.get_language(),
        "author": [{"@type": "Person", "name": person.name} for person in post.byline],
        "publisher": {"@id": f"{root_address(request)}/#organization"},
    }
    if post.published_on:
        node["datePublished"] = post.published_on.isoformat()
    if post.category:
        node["articleSection"] = post.category.name
    return node
