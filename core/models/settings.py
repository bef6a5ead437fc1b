"""The brand: name, logo, colours and profiles of the company, edited in the admin, named in no template."""

import re
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField

from core.blocks.links import SocialLinkBlock
from core.colours import MINIMUM_CONTRAST, PAPER_DARK, PAPER_LIGHT, contrast, lightened_for_dark

HEXADECIMAL = re.compile(r"^#[0-9a-fA-F]{6}\Z")
hexadecimal_colour = RegexValidator(
    HEXADECIMAL, _("Write the colour as # and six hexadecimal digits, such as #2a3fb0.")
)


@register_setting(icon="palette")
class BrandSettings(BaseSiteSetting):
    name = models.CharField(
        _("name"),
        max_length=60,
        default="Vetrina",
        help_text=_("The company’s name: in the header, the footer and the title of every page."),
    )
    logo = models.ForeignKey(
        "core.SiteImage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
        help_text=_(
            "Shown in the header in place of the name; the name stays for those who listen."
        ),
    )
    favicon = models.ForeignKey(
        "core.SiteImage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("icon"),
        help_text=_("A square picture of at least 180 pixels, shown in the browser’s tab."),
    )
    accent = models.CharField(
        _("accent colour"),
        max_length=7,
        default="#2a3fb0",
        validators=[hexadecimal_colour],
        help_text=_("Links, buttons and the one loud gesture of a page, on light paper."),
    )
    accent_dark = models.CharField(
        _("accent colour in the dark theme"),
        max_length=7,
        blank=True,
        validators=[hexadecimal_colour],
        help_text=_(
            "The same on dark paper. Left empty, a lighter tone of the accent colour is used."
        ),
    )
    social_links = StreamField(
        [("profile", SocialLinkBlock())],
        blank=True,
        verbose_name=_("profiles elsewhere"),
        help_text=_("Shown in the footer."),
    )

    select_related = ["logo", "favicon"]
    panels = [
        MultiFieldPanel(["name", "logo", "favicon"], heading=_("Identity")),
        FieldRowPanel(["accent", "accent_dark"], heading=_("Colours")),
        FieldPanel("social_links"),
    ]

    class Meta:
        verbose_name = _("brand")

    def clean(self):
        super().clean()
        errors = {
            name: _(
                "This colour has a contrast of %(ratio).1f : 1 on %(paper)s; text needs at least %(minimum)s : 1. "
                "Choose a %(direction)s one."
            )
            % {
                "ratio": ratio,
                "paper": paper_name,
                "minimum": MINIMUM_CONTRAST,
                "direction": direction,
            }
            for name, paper, paper_name, direction in (
                ("accent", PAPER_LIGHT, _("light paper"), _("darker")),
                ("accent_dark", PAPER_DARK, _("dark paper"), _("lighter")),
            )
            if HEXADECIMAL.match(getattr(self, name))
            and (ratio := contrast(getattr(self, name), paper)) < MINIMUM_CONTRAST
        }
        if self.favicon and self.favicon.is_svg():
            errors["favicon"] = _("Choose a PNG: not every device shows an SVG as an icon.")
        if errors:
            raise ValidationError(errors)

    @property
    def stylesheet(self) -> str:
        """The accent in both themes as CSS: the one thing of the look that the admin decides."""
        dark = self.accent_dark or lightened_for_dark(self.accent)
        return f":root{{--brand-accent-light:{self.accent};--brand-accent-dark:{dark}}}"

    @property
    def stylesheet_url(self) -> str:
        digest = sha256(self.stylesheet.encode()).hexdigest()[:12]
        return reverse("brand_stylesheet", args=[digest])
