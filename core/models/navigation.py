"""Menu and footer: one of each per language, edited as snippets."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import TranslatableMixin

from core.blocks.links import LinkBlock, LinkColumnBlock

# Whoever makes it first: what stands around the pages of one language is the translation of the others'.
NAVIGATION = UUID("0c5f4a55-0f4e-5c39-9d0c-3f3f5be3c0a1")
FOOTER = UUID("e3b1a7d2-6a43-5a2f-8f70-1f2b0a9c7d54")


class Navigation(TranslatableMixin, models.Model):
    translation_key = models.UUIDField(default=NAVIGATION, editable=False)
    links = StreamField(
        [("link", LinkBlock())],
        blank=True,
        verbose_name=_("links"),
        help_text=_("The main menu, in this order. Five or six links are easiest to take in."),
    )
    action = StreamField(
        [("link", LinkBlock())],
        blank=True,
        max_num=1,
        verbose_name=_("button"),
        help_text=_(
            "The one thing you would like visitors to do; shown as a button beside the menu."
        ),
    )

    panels = [FieldPanel("links"), FieldPanel("action")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("main menu")
        verbose_name_plural = _("main menus")
        constraints = [
            models.UniqueConstraint(fields=["locale"], name="one_navigation_per_language")
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} ({self.locale})"


class Footer(TranslatableMixin, models.Model):
    translation_key = models.UUIDField(default=FOOTER, editable=False)
    text = RichTextField(
        _("text"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("A sentence or two about the company."),
    )
    columns = StreamField(
        [("column", LinkColumnBlock())], blank=True, max_num=4, verbose_name=_("columns of links")
    )
    legal = models.CharField(
        _("legal line"),
        max_length=250,
        blank=True,
        help_text=_("Company name, tax number, registered seat."),
    )

    panels = [FieldPanel("text"), FieldPanel("columns"), FieldPanel("legal")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("footer")
        verbose_name_plural = _("footers")
        constraints = [models.UniqueConstraint(fields=["locale"], name="one_footer_per_language")]

    def __str__(self):
        return f"{self._meta.verbose_name} ({self.locale})"
