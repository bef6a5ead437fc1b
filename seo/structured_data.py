"""schema.org nodes with stable ids, for one JSON-LD graph per page."""

from django.utils import translation

from core.streams import every_block
from core.text import plain_text
from seo.pictures import absolute, renditions, root_address

# The three shapes that search engines ask for: 16:9, 4:3 and 1:1.
IMAGE_SPECS = (
    "fill-1600x900|format-jpeg",
    "fill-1600x1200|format-jpeg",
    "fill-1200x1200|format-jpeg",
)
LOGO_SPEC = "max-600x600|format-png"
# Search engines show no smaller one, in pixels.
LOGO_MINIMUM = 112


def organization_node(brand, contact_email: str, request) -> dict:
    root = root_address(request)
    node = {
        "@type": "Organization",
        "@id": f"{root}/#organization",
        "name": brand.name,
        "url": f"{root}/",
    }
    if profiles := [block.value["url"] for block in brand.social_links]:
        node["sameAs"] = profiles
    if contact_email:
        node["contactPoint"] = {
            "@type": "ContactPoint",
            "contactType": "customer service",
            "email": contact_email,
        }
    for logo in renditions(brand.logo or brand.favicon, LOGO_SPEC):
        if min(logo.width, logo.height) >= LOGO_MINIMUM:
            node["logo"] = image_node(logo, request)
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


def breadcrumbs_node(trail: list[tuple[str, str]]) -> list[dict]:
    """The way down to what is shown, as names and absolute addresses; a single step is no way."""
    if len(trail) < 2:
        return []
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": item}
        for position, (name, item) in enumerate(trail, start=1)
    ]
    return [
        {
            "@type": "BreadcrumbList",
            "@id": f"{trail[-1][1]}#breadcrumbs",
            "itemListElement": items,
        }
    ]


def collection_node(name: str, address: str, request) -> dict:
    """A page that lists others."""
    return {
        "@type": "CollectionPage",
        "@id": f"{address}#collection",
        "url": address,
        "name": name,
        "inLanguage": translation.get_language(),
        "isPartOf": {"@id": f"{root_address(request)}/#website"},
    }


def profile_nodes(person, address: str, request) -> list[dict]:
    """A person and the page about them."""
    page = {
        "@type": "ProfilePage",
        "@id": f"{address}#profile",
        "url": address,
        "inLanguage": translation.get_language(),
        "mainEntity": {"@id": f"{address}#person"},
    }
    if person.first_published_at:
        page["dateCreated"] = person.first_published_at.isoformat()
    if person.last_published_at:
        page["dateModified"] = person.last_published_at.isoformat()
    return [page, person_node(person, address, request)]


def person_node(person, address: str, request) -> dict:
    node = {"@type": "Person", "@id": f"{address}#person", "name": person.name, "url": address}
    if person.role:
        node["jobTitle"] = person.role
    if person.organisation:
        node["worksFor"] = {"@type": "Organization", "name": person.organisation}
    if person.card_summary:
        node["description"] = person.card_summary
    if images := [image_node(image, request) for image in renditions(person.photo, *IMAGE_SPECS)]:
        node["image"] = images
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
        "author": [author_node(name, address) for name, address in post.authors(request)],
        "publisher": {"@id": f"{root_address(request)}/#organization"},
    }
    if post.published_at:
        node["datePublished"] = post.published_at.isoformat()
    if post.modified_at:
        node["dateModified"] = post.modified_at.isoformat()
    if post.category:
        node["articleSection"] = post.category.name
    # Without a cover it is the picture that is drawn for sharing.
    node["image"] = cover_nodes(post, request) or {"@id": f"{address}#share"}
    return node


def share_picture_node(picture, address: str) -> list[dict]:
    """The picture that stands for a page elsewhere; nothing for a draft, which has none."""
    if picture is None:
        return []
    node = {"url": picture.address, "contentUrl": picture.address}
    size = {"width": picture.width, "height": picture.height}
    if picture.credit:
        node["creditText"] = picture.credit
    return [{"@type": "ImageObject", "@id": f"{address}#share", **node, **size}]


def author_node(name: str, address: str) -> dict:
    """`address` is that of the profile, absolute; empty for who has none."""
    node = {"@type": "Person", "name": name}
    return node | {"@id": f"{address}#person", "url": address} if address else node


def cover_nodes(post, request) -> list[dict]:
    """The cover in each shape, with what is printed below it."""
    about = {}
    if caption := plain_text(post.cover_caption):
        about["caption"] = caption
    if post.cover and post.cover.credit:
        about["creditText"] = post.cover.credit
    shapes = renditions(post.cover, *IMAGE_SPECS)
    return [image_node(rendition, request) | about for rendition in shapes]


def image_node(rendition, request) -> dict:
    """A picture with its absolute address; width and height are in pixels."""
    address = absolute(rendition.url, request)
    return {
        "@type": "ImageObject",
        "url": address,
        "contentUrl": address,
        "width": rendition.width,
        "height": rendition.height,
    }


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
