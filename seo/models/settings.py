"""What SEO specialists decide for the whole site: titles by template, other sites’ originals, proofs of ownership."""

import re

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from core.models import SeoFields, SitePage
from seo.robots import message_about
from seo.titles import check_template

HOST = re.compile(r"^(?=.{1,253}\Z)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\Z")
token = RegexValidator(
    r"^[\w=-]+\Z", _("Write only what stands between the quotation marks after “content=”.")
)


def kinds() -> list[tuple[str, str]]:
    """Everything that has an address and a title of its own, as label and name."""
    return [
        (model._meta.label_lower, capfirst(model._meta.verbose_name))
        for model in apps.get_models()
        if issubclass(model, SeoFields) and model is not SitePage
    ]


def languages() -> list[tuple[str, str]]:
    return list(settings.LANGUAGES)


def verification(name: str) -> models.CharField:
    return models.CharField(name, max_length=120, blank=True, validators=[token])


@register_setting(icon="globe")
class SeoSettings(ClusterableModel, BaseSiteSetting):
    original_sites = models.TextField(
        _("sites of originals"),
        blank=True,
        help_text=_(
            "One a line, such as example.org: where texts first appeared that stand here too. Only the own "
            "site and these may be named as canonical address."
        ),
    )
    contact_email = models.EmailField(
        _("e-mail address for customers"),
        blank=True,
        help_text=_("Told to search engines as the company’s contact."),
    )
    robots_txt = models.TextField(
        "robots.txt",
        blank=True,
        max_length=20_000,
        help_text=_(
            "What crawlers are asked to leave alone. Left empty, it is the admin only. The address of the "
            "sitemap is added by itself."
        ),
    )
    google_verification = verification("Google Search Console")
    bing_verification = verification("Bing Webmaster Tools")
    meta_verification = verification("Meta (Facebook, Instagram)")
    pinterest_verification = verification("Pinterest")

    panels = [
        InlinePanel(
            "title_templates",
            heading=_("Titles by template"),
            label=_("Template"),
            help_text=_(
                "How the title in the browser’s tab and in search results is put together. Without one it is "
                "“{title} – {site}”. You can use {title}, {site}, {section}, {category}, {author} and {year}; what "
                "a page does not have is left out with its dash."
            ),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(["google_verification", "bing_verification"]),
                FieldRowPanel(["meta_verification", "pinterest_verification"]),
            ],
            heading=_("Proofs that the site is yours"),
            help_text=_("Each service tells you a code; it is shown on the home page."),
        ),
        FieldPanel("robots_txt"),
        MultiFieldPanel(
            [FieldPanel("original_sites"), FieldPanel("contact_email")], heading=_("Addresses")
        ),
    ]

    class Meta:
        verbose_name = _("search engines")

    @property
    def original_hosts(self) -> set[str]:
        return {line.strip().lower() for line in self.original_sites.splitlines() if line.strip()}

    @property
    def verifications(self) -> dict[str, str]:
        """What the home page says to prove whose site it is: meta name -> content."""
        codes = {
            "google-site-verification": self.google_verification,
            "msvalidate.01": self.bing_verification,
            "facebook-domain-verification": self.meta_verification,
            "p:domain_verify": self.pinterest_verification,
        }
        return {name: code for name, code in codes.items() if code}

    def clean(self):
        super().clean()
        if wrong := sorted(host for host in self.original_hosts if not HOST.match(host)):
            message = _("“%(host)s” is no name of a site, such as example.org.")
            raise ValidationError({"original_sites": message % {"host": wrong[0]}})
        if self.robots_txt and (message := message_about(self.robots_txt, self.site)):
            raise ValidationError({"robots_txt": message})


class TitleTemplate(Orderable):
    """How titles of one kind are written in one language; empty choices stand for all."""

    settings = ParentalKey(SeoSettings, on_delete=models.CASCADE, related_name="title_templates")
    kind = models.CharField(_("for"), max_length=80, blank=True, choices=kinds)
    language = models.CharField(_("language"), max_length=20, blank=True, choices=languages)
    template = models.CharField(_("template"), max_length=200, validators=[check_template])

    panels = [FieldRowPanel(["kind", "language"]), "template"]

    class Meta(Orderable.Meta):
        verbose_name = _("template for titles")
        verbose_name_plural = _("templates for titles")
        constraints = [
            models.UniqueConstraint(
                fields=["settings", "kind", "language"],
                name="one_template_per_kind_and_language",
                violation_error_message=_(
                    "There is already a template for these in this language."
                ),
            )
        ]

    def __str__(self):
        return self.template
