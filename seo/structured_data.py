"""schema.org nodes with stable ids, for one JSON-LD graph per page."""

from urllib.parse import urljoin

from django.utils import translation
from wagtail.models import Site

from core.models.pages import plain_text
from core.streams import every_block

# One of the sizes that the cover is cut to anyway.
IMAGE_SPEC = "format-jpeg|width-1600"


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
    if post.updated_on:
        node["dateModified"] = post.updated_on.isoformat()
    if post.category:
        node["articleSection"] = post.category.name
    if post.cover:
        node["image"] = image_node(post.cover, post.cover_caption, request)
    return node


def image_node(image, caption: str, request) -> dict:
    """A picture as JPEG, uncropped, with an absolute address; width and height are in pixels."""
    rendition = image.get_rendition(IMAGE_SPEC)
    address = urljoin(f"{root_address(request)}/", rendition.url)
    node = {
        "@type": "ImageObject",
        "url": address,
        "contentUrl": address,
        "width": rendition.width,
        "height": rendition.height,
    }
    if caption := plain_text(caption):
        node["caption"] = caption
    if image.credit:
        node["creditText"] = image.credit
    return node


def quotation_nodes(page, request) -> list[dict]:
    """What is quoted in the body of a page, each with who said it and where it can be checked."""
    address = page.get_full_url(request)
    language = translation.get_language()
    return [
        quotation_node(block.value, language) | {"isPartOf": {"@id": f"{address}#posting"}}
        for block in every_block(page.body)
        if block.block_type == "quote" and plain_text(block.value["quote"].source)
    ]


def quotation_node(quote, language: str) -> dict:
    """`quote` is the value of a quote block, `language` that of the page around it."""
    node = {
        "@type": "Quotation",
        "text": plain_text(quote["quote"].source),
        "inLanguage": quote["language"] or language,
    }
    if quote.speaker_name:
        node["creator"] = {"@type": "Person", "name": quote.speaker_name}
    if quote["source_url"]:
        node["url"] = quote["source_url"]
    return node


def faq_nodes(page, request) -> list[dict]:
    """All questions of a page's body as its one list of questions and answers; nothing without any."""
    questions = [
        question_node(item)
        for block in every_block(page.body)
        if block.block_type == "faq" and block.value["for_machines"]
        for item in block.value["items"]
        if item["question"] and plain_text(item["answer"].source)
    ]
    if not questions:
        return []
    address = page.get_full_url(request)
    return [
        {
            "@type": "FAQPage",
            "@id": f"{address}#faq",
            "inLanguage": translation.get_language(),
            "mainEntity": questions,
        }
    ]


def question_node(item) -> dict:
    """`item` is one of a block of questions and answers."""
    answer = {"@type": "Answer", "text": plain_text(item["answer"].source)}
    return {"@type": "Question", "name": item["question"], "acceptedAnswer": answer}
