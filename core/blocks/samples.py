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
