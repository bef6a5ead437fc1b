"""What the block picker shows of the sections of landing pages."""

from django.utils.translation import gettext as _


def hero():
    return {
        "label": _("For workshops of one to eleven people"),
        "title": _("Rent the machine, not the floor"),
        "text": _("<p>Fourteen machines, by the half day, with somebody who knows them.</p>"),
        "link": {"text": _("Book a visit"), "url": "https://example.org/"},
    }


def feature_grid():
    return {
        "title": _("How it goes"),
        "numbered": True,
        "features": [
            {"title": _("You call"), "text": _("<p>And say what, how many and by when.</p>")},
            {"title": _("We look"), "text": _("<p>At the calendar, and at your drawing.</p>")},
            {
                "title": _("You make"),
                "text": _("<p>With the keeper of the machine beside you.</p>"),
            },
        ],
    }


def split():
    return {
        "title": _("A keeper for every machine"),
        "text": _(
            "<p>Each is looked after by one person, who shows you how it likes to be treated.</p>"
        ),
    }


def pricing():
    return {
        "title": _("What it costs"),
        "plans": [
            {
                "name": _("Morning"),
                "price": "€ 48",
                "period": _("four hours"),
                "includes": [_("One machine"), _("Its keeper"), _("Coffee")],
                "link": {"text": _("Book a morning"), "url": "https://example.org/"},
            },
            {
                "name": _("Week"),
                "price": "€ 390",
                "period": _("five days"),
                "includes": [_("Three machines"), _("Their keepers"), _("A key")],
                "link": {"text": _("Book a week"), "url": "https://example.org/"},
                "recommended": True,
            },
        ],
    }
