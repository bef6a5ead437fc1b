"""Wagtail’s dialog for going live and expiring, with the time zone that it is meant in."""

from django.utils.functional import lazystr
from django.utils.timezone import get_current_timezone_name
from django.utils.translation import gettext as _
from wagtail.admin.panels import PublishingPanel


class _Zone:
    """Said anew in every request: the zone is that of whoever is signed in."""

    def __str__(self):
        told = _("Time zone: %(zone)s. You choose yours under your name, Account.")
        return told % {"zone": get_current_timezone_name()}


class SchedulePanel(PublishingPanel):
    def __init__(self, **options):
        super().__init__(**options)
        for field in self.children:
            field.help_text = field.help_text or lazystr(_Zone())
