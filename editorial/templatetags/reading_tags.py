"""What the panel “Checks” says of how a text reads."""

from dataclasses import asdict

from django import template
from django.utils.translation import gettext as _

from core import advice

register = template.Library()


@register.simple_tag
def reading_advice() -> dict:
    """Return thresholds and words for static/js/admin/reading.js."""
    return {
        "formulas": {code: asdict(formula) for code, formula in advice.READABILITY.items()},
        "sentence": advice.SENTENCE_WORDS,
        "average": advice.AVERAGE_SENTENCE_WORDS,
        "good": _("easy to read"),
        "fair": _("takes some attention"),
        "hard": _("hard to read"),
        "long": _("rather long: %(most)s or fewer read better")
        % {"most": advice.AVERAGE_SENTENCE_WORDS},
        "words": _("words"),
        "short": _("too little text to judge"),
        "unknown": _("no formula for this language"),
    }
