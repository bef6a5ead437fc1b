"""How posts are sorted: one category each, and any number of tags."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from taggit.models import TagBase
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.segments import StringSegmentValue

from core.models import SeoRecord


class Listed(SeoRecord):
    """What the blog has a list of, below its own address."""

    # The part of the address before the slug.
    folder = ""

    class Meta:
        abstract = True

    @cached_property
    def blog(self):
        """The blog that lists it, the first one for what has no language; None where there is none."""
        blogs = apps.get_model("blog", "BlogIndexPage").objects.live()
        locale_id = getattr(self, "locale_id", None)
        return (blogs.filter(locale_id=locale_id) if locale_id else blogs.order_by("path")).first()

    @property
    def full_url(self):
        # Previews speak the language of this address.
        return f"{self.blog.get_full_url()}{self.folder}/{self.slug}/" if self.blog else None

    def described(self, request):
        return {"metadata": self.blog.describe_record(self, request) if self.blog else None}


class Category(TranslatableMixin, Listed, index.Indexed, models.Model):
    folder = "category"
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


class Tag(Listed, TagBase):
    """A word of the editors' own choosing, made while typing it on a post."""

    folder = "tag"
    content_panels = [FieldPanel("name"), FieldPanel("slug")]
    edit_handler = SeoRecord.tabs(content_panels)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def public_addresses(self):
        """One in each blog that has a post with it."""
        posts = apps.get_model("blog", "BlogPostPage").objects.published()
        tagged = posts.filter(post_tags__tag=self).order_by()
        blogs = apps.get_model("blog", "BlogIndexPage").objects.published()
        spoken = blogs.filter(locale__in=tagged.values("locale"))
        return [f"{blog.get_full_url()}tag/{self.slug}/" for blog in spoken]


class TranslatedTags(ClusterTaggableManager):
    """Tags have no language: a translator writes those of the translation, one word for each of the original."""

    def __set__(self, instance, tags):
        self.__get__(instance, type(instance)).set(tags)

    # What wagtail-localize calls.

    def get_translatable_segments(self, tags) -> list[StringSegmentValue]:
        return [StringSegmentValue(tag.slug, tag.name) for tag in tags]

    def restore_translated_segments(self, tags, segments) -> list[str]:
        return [segment.render_text() for segment in segments]
