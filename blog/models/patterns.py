"""Patterns: how posts of a kind are built, kept by marketers as records to begin new ones from."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import PreviewableMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index

from blog.blocks import ArticleStreamBlock
from blog.models.taxonomy import Category


class PatternForm(WagtailAdminModelForm):
    """A pattern is whole when its blocks are empty: they are for whoever begins with it to fill in."""

    def is_valid(self):
        self.defer_required_fields()
        return super().is_valid()


class PostPattern(RevisionMixin, PreviewableMixin, TranslatableMixin, index.Indexed, models.Model):
    name = models.CharField(
        _("name"), max_length=80, help_text=_("What it is called where a post is begun.")
    )
    description = models.CharField(
        _("description"),
        max_length=200,
        blank=True,
        help_text=_("When to take it, and what belongs into its blocks. Readers never see it."),
    )
    body = StreamField(ArticleStreamBlock(), blank=True, verbose_name=_("body"))
    category = models.ForeignKey(
        Category,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("category"),
        help_text=_("The one that posts begun with it are in, unless their writer says otherwise."),
    )

    revisions = GenericRelation("wagtailcore.Revision", related_query_name="post_pattern")

    base_form_class = PatternForm
    panels = [
        FieldPanel("name", required_on_save=True),
        FieldPanel("description"),
        FieldPanel("category"),
        FieldPanel("body"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("description"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("pattern")
        verbose_name_plural = _("patterns")
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def outline(self) -> list[str]:
        """The names of its blocks in order, for whoever chooses among patterns."""
        known = self.body.stream_block.child_blocks
        kinds = (child["type"] for child in self.body.raw_data)
        return [str(known[kind].label) for kind in kinds if kind in known]

    def get_preview_template(self, request, mode_name):
        return "blog/post_pattern_preview.html"

    def get_preview_context(self, request, mode_name):
        return {"pattern": self}
