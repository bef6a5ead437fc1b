"""A body with every block there is, each with words that nothing else on the page says."""

from core.models import SharedSection, Testimonial
from leads.models import FormField, FormPage
from tests import factories

# Block -> what its reader finds, on the page and in a feed.
WORDS = {
    "text": ["Prose.", "Inside"],
    "heading": ["Between"],
    "key_sentence": ["The key of it."],
    "quote": ["Said aloud.", "A talk"],
    "key_points": ["First point."],
    "figure": ["Seen closely.", "Drawn by Ada"],
    "gallery": ["All of us", "On the left", "On the right"],
    "embed": ["A rabbit"],
    "call_to_action": ["Come and see", "Book"],
    "statistics": ["In figures", "41", "looms", "Our count"],
    "testimonials": ["They came twice.", "Carla Rossi", "Trattoria"],
    "logos": ["Who trusts us"],
    "faq": ["Asked often", "May I come?", "Any day."],
    "columns": ["Left column.", "Right column."],
    "table": ["What it costs", "Hours", "Lathe", "18", "With coffee."],
    "code": ["<b>bold</b>", "A line of code"],
    "author_card": ["Short life."],
    "person_cards": ["Who works here"],
    "shared_section": ["Told everywhere."],
    "form": ["Ask us here", "Your question"],
    "newsletter": ["Four letters", "Subscribe"],
    "related_posts": ["Go on reading"],
}
SECTION_WORDS = {
    "hero": ["For you alone", "Rent a loom", "By the hour.", "Ask us"],
    "feature_grid": ["How it goes", "You call", "Say when.", "Opening hours"],
    "split": ["Half and half", "Words beside it.", "See more"],
    "pricing": [
        "The price list",
        "Half a day",
        "€ 48",
        "in the morning",
        "A loom",
        "Recommended",
        "Plus VAT",
    ],
    "call_to_action_band": ["The last word", "Write to us"],
}
# What leads elsewhere on the site, or does something there, has no place in a feed.
NOT_IN_FEEDS = {"form", "newsletter", "related_posts"}


def full_body(blog, image, person, other=None) -> list:
    """`other` is a post to go on to, where the page is not the only one there is."""
    link = f'<a linktype="page" id="{blog.pk}">Our posts</a> and <a href="#down">below</a>'
    picture = factories.make_image(title="Second")
    picture.contextual_alt_text, picture.decorative = "A second picture", False
    return [
        ("text", f'<h2>Inside</h2><p data-block-key="x1">Prose. {link}</p>'),
        ("heading", {"text": "Between", "level": "h3"}),
        ("key_sentence", {"text": "<p>The key of it.</p>"}),
        ("quote", {"quote": "<p>Said aloud.</p>", "person": person, "source_title": "A talk"}),
        ("key_points", {"items": [{"lead": "One.", "body": "<p>First point.</p>"}] * 2}),
        ("figure", {"image": image, "caption": "<p>Seen closely.</p>"}),
        (
            "gallery",
            {
                "title": "All of us",
                "pictures": [
                    {"image": picture, "caption": "On the left"},
                    {"image": picture, "caption": "On the right"},
                ],
            },
        ),
        ("embed", {"url": "https://youtu.be/aqz-KE-bpKQ", "title": "A rabbit"}),
        ("call_to_action", {"title": "Come and see", "link": {"text": "Book", "page": blog}}),
        ("statistics", statistics()),
        ("testimonials", {"testimonials": [make_testimonial()]}),
        ("logos", {"title": "Who trusts us", "logos": [{"image": image, "name": "ACME"}] * 3}),
        ("faq", faq()),
        (
            "columns",
            {
                "columns": [
                    [("text", "<p>Left column.</p>")],
                    [("text", "<p>Right column.</p>")],
                ]
            },
        ),
        ("table", table()),
        ("code", {"language": "html", "code": "<b>bold</b>", "caption": "A line of code"}),
        ("author_card", {"person": person}),
        ("person_cards", {"title": "Who works here", "people": [person]}),
        ("shared_section", {"section": make_section()}),
        ("form", {"title": "Ask us here", "form": make_form(blog.get_parent())}),
        ("newsletter", {"title": "Four letters"}),
        (
            "related_posts",
            {
                "title": "Go on reading",
                "selection": "chosen" if other else "latest",
                "posts": [other] if other else [],
            },
        ),
    ]


def landing_body(blog, image, person, other=None) -> list:
    """Every section of a landing page, then every other block."""
    feature = {"title": "You call", "text": "<p>Say when.</p>", "image": image}
    plan = {"name": "Half a day", "price": "€ 48", "period": "in the morning"}
    sections = [
        (
            "hero",
            {
                "label": "For you alone",
                "title": "Rent a loom",
                "text": "<p>By the hour.</p>",
                "link": link_to(blog, "Ask us"),
                "image": image,
            },
        ),
        (
            "feature_grid",
            {
                "title": "How it goes",
                "features": [feature | {"link": link_to(blog, "Opening hours")}, feature],
            },
        ),
        (
            "split",
            {
                "title": "Half and half",
                "text": "<p>Words beside it.</p>",
                "image": image,
                "link": link_to(blog, "See more"),
            },
        ),
        (
            "pricing",
            {
                "title": "The price list",
                "plans": [plan | {"includes": ["A loom"], "recommended": True}, plan],
                "note": "Plus VAT",
            },
        ),
        ("call_to_action_band", {"title": "The last word", "link": link_to(blog, "Write to us")}),
    ]
    return sections + full_body(blog, image, person, other)


def link_to(page, text: str) -> dict:
    return {"text": text, "page": page}


def statistics() -> dict:
    items = [
        {"value": "41", "label": "looms", "source": "Our count"},
        {"value": "2", "label": "dogs", "source": "", "source_url": "https://example.org/dogs"},
    ]
    return {"title": "In figures", "items": items}


def faq(**fields) -> dict:
    items = [
        {"question": "May I come?", "answer": "<p>Any day.</p><ul><li>Ring</li><li>Wait</li></ul>"},
        {"question": "With a dog?", "answer": "<p>On a lead.</p>"},
    ]
    return {"title": "Asked often", "items": items, "for_machines": True, **fields}


def table(**fields) -> dict:
    return {
        "table": {
            "caption": "What it costs",
            "columns": [
                {"type": "text", "heading": "Machine"},
                {"type": "number", "heading": "Hours"},
                {"type": "rich_text", "heading": "Note"},
            ],
            "rows": [{"values": ["Lathe", "18", "<p>By <b>day</b></p>"]}],
        }
        | fields,
        "note": "With coffee.",
        "first_column_is_heading": True,
    }


def make_testimonial(**fields) -> Testimonial:
    return Testimonial.objects.create(
        **{
            "quote": "<p>They came twice.</p>",
            "name": "Carla Rossi",
            "role": "Cook",
            "organisation": "Trattoria",
            "locale": factories.locale(),
        }
        | fields
    )


def make_section(body=None, **fields) -> SharedSection:
    return SharedSection.objects.create(
        name="Everywhere",
        body=body or [("text", "<p>Told everywhere.</p>")],
        locale=factories.locale(),
        **fields,
    )


def make_form(home) -> FormPage:
    existing = FormPage.objects.child_of(home).first()
    page = existing or factories.FormPageFactory(parent=home)
    if not existing:
        FormField.objects.create(
            page=page, label="Your question", field_type="multiline", locale_id=home.locale_id
        )
    return page
