"""What the block picker shows of each block: functions, so that an editor sees them in their own language."""

from django.utils.translation import gettext as _


def text():
    return _(
        "<h2>A morning in the workshop</h2><p>The lathe is older than the man who runs it, and <b>neither of them "
        "is in a hurry</b>. Short paragraphs, two levels of headings, short lists and links belong here.</p>"
    )


def heading():
    return {"text": _("What we learned"), "level": "h2"}


def key_sentence():
    return {"text": _("Machines can be bought. <b>Trust has to be made by hand.</b>")}


def quote():
    return {
        "quote": _(
            "<p>I came to borrow a drill and stayed for eleven years.</p>"
            "<p>Nobody had warned me about the coffee.</p>"
        ),
        "name": _("Ada Bianchi"),
        "role": _("Repairer"),
    }


def key_points():
    return {
        "title": _("Before you begin"),
        "style": "bulleted",
        "items": [
            {
                "lead": _("Walk the floor."),
                "body": _("<p>Ask what each machine does on a Monday.</p>"),
            },
            {
                "lead": _("Count the idle hours."),
                "body": _("<p>They are the cheapest capacity you will ever find.</p>"),
            },
            {"lead": _("Write it down."), "body": _("<p>One page is enough.</p>")},
        ],
    }


def figure():
    return {"caption": _("<p>A caption says what a reader cannot see.</p>"), "credit": ""}


def embed():
    return {
        "url": "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
        "title": _("A film about a large rabbit"),
    }


def call_to_action():
    return {
        "title": _("Come and see the workshop"),
        "text": _("<p>On the first Thursday of the month the doors are open.</p>"),
        "link": {"text": _("Book a visit"), "url": "https://example.org/"},
    }


def author_card(person_model):
    person = person_model(
        name=_("Ada Bianchi"),
        role=_("Repairer"),
        short_bio=_("<p>Mends what others throw away, and keeps a list of who asked.</p>"),
    )
    return {"person": person, "text": ""}


def gallery_captions():
    return [_("The floor on a Monday"), _("The lathe, after oiling"), _("Who came to look")]


def statistics():
    return {
        "title": _("A year in figures"),
        "items": [
            {"value": "23", "label": _("workshops")},
            {"value": "98 %", "label": _("of orders on time, last year")},
            {"value": "14", "label": _("machines in common")},
        ],
    }


def logos_title():
    return _("They have let us mend something")


def table():
    return {
        "table": {
            "caption": _("What a morning costs"),
            "columns": [
                {"type": "text", "heading": _("Machine")},
                {"type": "number", "heading": _("Euros an hour")},
            ],
            "rows": [{"values": [_("Lathe"), "18"]}, {"values": [_("Wide loom"), "26"]}],
        },
        "note": _("Coffee is included."),
        "first_column_is_heading": True,
        "density": "comfortable",
    }


def code():
    return {
        "language": "python",
        "code": 'def greet(name: str) -> str:\n    # Everybody is welcome.\n    return f"Hello, {name}"\n',
        "caption": _("A short function"),
    }


def faq():
    return {
        "title": _("Before you ask"),
        "items": [
            {
                "question": _("May I bring my own wood?"),
                "answer": _("<p>Yes, if it is dry. We measure it at the door.</p>"),
            },
            {
                "question": _("Is there a waiting list?"),
                "answer": _("<p>Of about three weeks, except in August.</p>"),
            },
        ],
        "first_open": True,
    }


def columns():
    column = [
        (
            "text",
            _("<h3>In the morning</h3><p>The machines are ours, and the coffee is fresh.</p>"),
        ),
        ("text", _("<h3>In the afternoon</h3><p>The machines are yours, and so is the broom.</p>")),
    ]
    return {"columns": [[column[0]], [column[1]]], "ratio": "equal"}


def person_cards(person_model):
    names = ((_("Ada Bianchi"), _("Repairer")), (_("Bruno Conti"), _("Printer")))
    people = [person_model(name=name, role=role) for name, role in names]
    return {"title": _("Who you will meet"), "people": people}


def testimonials(testimonial_model):
    testimonial = testimonial_model(
        quote=_("<p>They mended the chair and, while they were at it, the table.</p>"),
        name=_("Carla Rossi"),
        organisation=_("Trattoria del Ponte"),
    )
    return {"title": "", "testimonials": [testimonial]}


def shared_section(section_model):
    body = [("call_to_action", call_to_action())]
    return {"section": section_model(name=_("Invitation"), body=body)}


def related_posts():
    return {"title": _("From the workshop"), "selection": "latest", "posts": []}
