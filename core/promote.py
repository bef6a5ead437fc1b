"""The tab “Promote”: its fields with advice on their length, and a live look at what they lead to."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel

from core import advice
from core.advice import Advice


class LookPanel(HelpPanel):
    """How search engines and social networks show what the form holds, with whatever stands in for empty fields."""

    def __init__(self, **kwargs):
        super().__init__(**{"template": "seo/admin/look.html"} | kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        @property
        def media(self):
            return forms.Media(
                css={"all": ["css/admin/promote.css", "css/admin/counter.css"]},
                js=["js/admin/promote.js", "js/admin/counter.js", "js/admin/previews.js"],
            )


def counter(name: str, bounds: Advice, **more: str) -> dict[str, object]:
    """The attributes of what stands around a field, by which its counter judges it (static/js/admin/counter.js)."""
    values = {
        "field": name,
        "least": bounds.least,
        "most": bounds.most,
        "pixels": bounds.pixels,
        "font": bounds.font,
        "characters": _("Characters"),
        "width": _("width"),
        "good": _("Good length"),
        "short": _("Rather short: search engines may choose words of their own"),
        "long": _("Too long: the end is likely to be cut off"),
        "empty": _("Left empty, it is"),
        **more,
    }
    attributes = {f"data-counter-{key}-value": value for key, value in values.items()}
    return attributes | {
        "data-controller": "counter",
        "data-action": "input->counter#count promote:resolved@document->counter#resolve",
    }


def counted(name: str, bounds: Advice) -> FieldPanel:
    """A field that says while one types how long its text is, and whether that is fine."""
    return FieldPanel(name, attrs=counter(name, bounds))


SEARCH_FIELDS = [
    counted("seo_title", advice.SEARCH_TITLE),
    counted("search_description", advice.SEARCH_DESCRIPTION),
]
SHARE_PANEL = MultiFieldPanel(
    [
        counted("share_title", advice.SHARE_TITLE),
        counted("share_description", advice.SHARE_DESCRIPTION),
        "share_image",
    ],
    heading=_("When shared"),
)
RARE_PANEL = MultiFieldPanel(
    [FieldPanel("focus_phrase"), FieldPanel("canonical_url"), "noindex", "nofollow"],
    heading=_("Rarely needed"),
    classname="collapsed",
)


def promote_panels(*first) -> list:
    """The panels of the tab, after what only some records have there."""
    return [
        LookPanel(heading=_("What others see")),
        MultiFieldPanel([*first, *SEARCH_FIELDS], heading=_("For search engines")),
        SHARE_PANEL,
        RARE_PANEL,
    ]
