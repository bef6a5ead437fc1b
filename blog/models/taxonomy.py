"""How posts are sorted: one category each, and any number of tags."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from taggit.models import TagBase
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.segments import StringSegmentValue

from core.models import SeoRecord


class Category(TranslatableMixin, SeoRecord, index.Indexed, models.Model):
    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(
        _("slug"), max_length=80, help_text=_("The last part of the address of the category.")
    )
    description = models.TextField(
        _("description"),
        max_length=300,
        blank=True,
        help_text=_("A sentence or two above the list of its posts."),
    )

    content_panels = [
        TitleFieldPanel("name", targets=["slug"], placeholder=_("Name*")),
        FieldPanel("slug"),
        FieldPanel("description"),
    ]
    edit_handler = SeoRecord.tabs(content_panels)
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "slug"], name="unique_category_slug_per_language"
            )
        ]

    def __str__(self):
        return self.name

    @property
    def metadata_description(self):
        return self.search_description or self.description

    def clean(self):
        super().clean()
        # The constraint alone would answer without naming the field.
        twins = Category.objects.filter(locale_id=self.locale_id, slug=self.slug).exclude(
            pk=self.pk
        )
        if twins.exists():
            raise ValidationError({"slug": _("Another category already has this address.")})


class Tag(SeoRecord, TagBase):
    """A word of the editors' own choosing, made while typing it on a post."""

    content_panels = [FieldPanel("name"), FieldPanel("slug")]
    edit_handler = SeoRecord.tabs(content_panels)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]


class TranslatedTags(ClusterTaggableManager):
    """Tags have no language: a translator writes those of the translation, one word for each of the original."""

    def __set__(self, instance, tags):
        self.__get__(instance, type(instance)).set(tags)

    # What wagtail-localize calls.

    def get_translatable_segments(self, tags) -> list[StringSegmentValue]:
        return [StringSegmentValue(tag.slug, tag.name) for tag in tags]

    def restore_translated_segments(self, tags, segments) -> list[str]:
        return [segment.render_text() for segment in segments]
