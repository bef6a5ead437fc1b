"""Where else a person can be found."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from people.models.person import Person


class PersonLink(TranslatableMixin, Orderable):
    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="links")
    label = models.CharField(_("text"), max_length=60)
    url = models.URLField(_("address"))
    same_as = models.BooleanField(
        _("about the same person"),
        default=False,
        help_text=_("A profile of this very person elsewhere: search engines then know who it is."),
    )

    panels = [FieldRowPanel(["label", "url"]), FieldPanel("same_as")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self):
        return self.label
