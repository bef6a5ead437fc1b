"""The tags of others as settings: each an identifier, checked, of a category that visitors are asked about."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from measurement import tags
from measurement.tags import Category, Tag

HOST = r"(?=[^/]{1,253}(?:/|\Z))(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}"
PLAUSIBLE = "https://plausible.io"


def identifier(pattern: str, message: str) -> list[RegexValidator]:
    return [RegexValidator(rf"^{pattern}\Z", message)]


address = identifier(
    rf"https://{HOST}(?::\d{{2,5}})?(?:/[\w.-]+)*/?",
    _("Write an address such as https://figures.example.org."),
)


@register_setting(icon="view")
class TagSettings(BaseSiteSetting):
    google_analytics = models.CharField(
        "Google Analytics",
        max_length=20,
        blank=True,
        validators=identifier(
            r"G-[A-Z0-9]{4,16}", _("Write a measurement ID such as G-AB12CD34EF.")
        ),
        help_text=_("The measurement ID of the property, such as G-AB12CD34EF."),
    )
    matomo_address = models.CharField(
        _("Matomo: address"),
        max_length=200,
        blank=True,
        validators=address,
        help_text=_("Where your Matomo stands, such as https://figures.example.org."),
    )
    matomo_site = models.CharField(
        _("Matomo: number of the site"),
        max_length=6,
        blank=True,
        validators=identifier(r"[1-9]\d*", _("Write a number such as 1.")),
    )
    plausible_domain = models.CharField(
        _("Plausible: name of the site"),
        max_length=253,
        blank=True,
        validators=identifier(HOST, _("Write a name such as example.org.")),
        help_text=_("As it stands in Plausible, such as example.org."),
    )
    plausible_address = models.CharField(
        _("Plausible: address"),
        max_length=200,
        default=PLAUSIBLE,
        blank=True,
        validators=address,
        help_text=_("Change it only if you run Plausible yourself."),
    )
    meta_pixel = models.CharField(
        _("Meta pixel"),
        max_length=20,
        blank=True,
        validators=identifier(r"\d{10,20}", _("Write the number of the pixel: 10 to 20 digits.")),
        help_text=_("The number of the pixel, for advertising on Facebook and Instagram."),
    )
    linkedin_partner = models.CharField(
        "LinkedIn Insight Tag",
        max_length=12,
        blank=True,
        validators=identifier(r"\d{4,12}", _("Write the partner ID: 4 to 12 digits.")),
        help_text=_("The partner ID, a number."),
    )

    panels = [
        HelpPanel(
            content=_(
                "Visitors are asked before any of these is loaded, once for each category, and may refuse as easily as "
                "agree. As long as all fields are empty nobody is asked anything. The figures of this site itself "
                "need none of them."
            )
        ),
        MultiFieldPanel(
            [
                "google_analytics",
                FieldRowPanel(["matomo_address", "matomo_site"]),
                FieldRowPanel(["plausible_domain", "plausible_address"]),
            ],
            heading=Category.STATISTICS.label,
        ),
        MultiFieldPanel(["meta_pixel", "linkedin_partner"], heading=Category.MARKETING.label),
    ]

    class Meta:
        verbose_name = _("tags of other services")

    def clean(self):
        super().clean()
        for given, missing in (
            ("matomo_address", "matomo_site"),
            ("matomo_site", "matomo_address"),
        ):
            if getattr(self, given) and not getattr(self, missing):
                raise ValidationError({missing: _("Matomo needs its address and the number.")})

    @property
    def tags(self) -> list[Tag]:
        """What is set up, in the order in which visitors read it."""
        found = []
        if self.google_analytics:
            found.append(tags.google_analytics(self.google_analytics))
        if self.matomo_address and self.matomo_site:
            found.append(tags.matomo(self.matomo_address, self.matomo_site))
        if self.plausible_domain:
            found.append(tags.plausible(self.plausible_domain, self.plausible_address or PLAUSIBLE))
        if self.meta_pixel:
            found.append(tags.meta(self.meta_pixel))
        if self.linkedin_partner:
            found.append(tags.linkedin(self.linkedin_partner))
        return found
