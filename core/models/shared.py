"""What is written once and shown on several pages: testimonials, and sections made of blocks."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index

from core.blocks.body import BodyStreamBlock
from core.publishing.forms import PublishingForm
from core.publishing.gate import PublishingGate


class TestimonialManager(models.Manager):
    def get_queryset(self):
        # Wherever a testimonial is shown, the photo is.
        return super().get_queryset().select_related("photo")


class Testimonial(
    PublishingGate,
    DraftStateMixin,
    RevisionMixin,
    PreviewableMixin,
    TranslatableMixin,
    index.Indexed,
    models.Model,
):
    quote = RichTextField(
        _("words"),
        max_length=500,
        editor="inline",
        help_text=_("Without quotation marks: the page sets those of its language."),
    )
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("role"), max_length=120, blank=True)
    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    photo = models.ForeignKey(
        "core.SiteImage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("photo"),
    )

    revisions = GenericRelation("wagtailcore.Revision", related_query_name="testimonial")

    objects = TestimonialManager()

    base_form_class = PublishingForm
    panels = [
        FieldPanel("quote"),
        MultiFieldPanel(
            ["name", FieldRowPanel(["role", "organisation"]), "photo"], heading=_("Who says so")
        ),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("organisation"),
        index.AutocompleteField("organisation"),
        index.SearchField("quote"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("testimonial")
        verbose_name_plural = _("testimonials")
        ordering = ["name"]

    def __str__(self):
        return f"{self.name}, {self.organisation}" if self.organisation else self.name

    def get_preview_template(self, request, mode_name):
        return "core/testimonial_preview.html"

    def get_preview_context(self, request, mode_name):
        return {"value": {"testimonials": [self]}}


class SectionStreamBlock(BodyStreamBlock):
    """A section holds no other section, so none can hold itself."""

    shared_section = None


class SharedSection(
    PublishingGate,
    DraftStateMixin,
    RevisionMixin,
    PreviewableMixin,
    TranslatableMixin,
    index.Indexed,
    models.Model,
):
    name = models.CharField(
        _("name"), max_length=120, help_text=_("For you and your colleagues; readers never see it.")
    )
    body = StreamField(SectionStreamBlock(), blank=True, verbose_name=_("body"))

    revisions = GenericRelation("wagtailcore.Revision", related_query_name="shared_section")

    base_form_class = PublishingForm
    panels = [FieldPanel("name"), FieldPanel("body")]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("shared section")
        verbose_name_plural = _("shared sections")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_preview_template(self, request, mode_name):
        return "core/shared_section_preview.html"

    def get_preview_context(self, request, mode_name):
        return {"section": self}
