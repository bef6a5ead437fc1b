"""How dates are written, where Django's own way is not a publisher's."""

from django.utils.translation import gettext_noop as _

# Named here so that our catalogues carry them: in Italian a month has no capital letter, in Django's it has.
MONTHS = [
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
]
