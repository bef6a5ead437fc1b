"""A post: what editors fill in, and the one way to list posts."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Prefetch, prefetch_related_objects
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    PageChooserPanel,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, PageManager, TranslatableMixin
from wagtail.search import index

from blog.models.taxonomy import Category, Tag
from core.blocks.body import BodyStreamBlock
from core.models import SitePage, SitePageQuerySet
from people.models import Person
from seo.structured_data import posting_node

RELATED_POSTS = 3


def today():
    return timezone.localdate()


class BlogPostQuerySet(SitePageQuerySet):
    def listed(self):
        """Public posts, newest first, with everything a card shows: the only way to list posts."""
        return (
            self.published()
            .order_by(F("published_on").desc(nulls_last=True), "-first_published_at", "-pk")
            .select_related("category", "cover")
            .defer("body")
        )

    def with_bylines(self):
        """Posts with their authors in order, photos included, in two queries more."""
        rows = BlogPostAuthor.objects.order_by("sort_order")
        people = Prefetch("person", Person.objects.all())
        return self.prefetch_related(Prefetch("authorships", rows.prefetch_related(people)))

    def for_reading(self):
        """Posts with everything their own page shows, drafts included: who may see them is Wagtail's question."""
        return self.select_related("category", "cover").with_bylines()


class BlogPostPage(SitePage):
    lead = RichTextField(
        _("lead"),
        blank=True,
        max_length=600,
        editor="inline",
        help_text=_("One to three sentences that make readers stay; also shown in listings."),
    )
    cover = models.ForeignKey(
        "core.SiteImage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("cover picture"),
    )
    cover_alt = models.CharField(
        _("description of the cover"),
        max_length=250,
        blank=True,
        help_text=_(
            "For those who cannot see it. Leave it empty if the picture is only decoration."
        ),
    )
    cover_caption = models.CharField(_("caption of the cover"), max_length=250, blank=True)
    body = StreamField(BodyStreamBlock(), blank=True, verbose_name=_("body"))
    category = models.ForeignKey(
        Category,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("category"),
    )
    tags = ClusterTaggableManager(
        through="blog.BlogPostTag", blank=True, verbose_name=_("tags"), related_name="posts"
    )
    # Nullable, so that a draft can be saved whatever its date field holds; publishing asks for it.
    published_on = models.DateField(
        _("date"),
        default=today,
        null=True,
        help_text=_("The date of publication that readers see."),
    )

    content_panels = [
        *SitePage.content_panels,
        "lead",
        MultiFieldPanel(["cover", "cover_alt", "cover_caption"], heading=_("Cover")),
        "body",
        MultipleChooserPanel(
            "authorships", chooser_field_name="person", heading=_("Authors"), label=_("Author")
        ),
        MultiFieldPanel(
            [FieldRowPanel(["category", "published_on"]), FieldPanel("tags")],
            heading=_("Where it belongs"),
        ),
        InlinePanel(
            "related_posts",
            heading=_("Related posts"),
            label=_("Post"),
            max_num=RELATED_POSTS,
            help_text=_(
                "Offered at the end. If none are chosen, the latest of the category appear."
            ),
        ),
    ]
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.RelatedFields("category", [index.SearchField("name")]),
        index.RelatedFields("tags", [index.SearchField("name")]),
        index.RelatedFields(
            "authorships", [index.RelatedFields("person", [index.SearchField("name")])]
        ),
        index.FilterField("published_on"),
    ]
    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types = []

    objects = PageManager.from_queryset(BlogPostQuerySet)()

    class Meta:
        verbose_name = _("blog post")
        verbose_name_plural = _("blog posts")

    @property
    def card_image(self):
        return self.cover

    @property
    def kind(self):
        return gettext("Post")

    @property
    def card_date(self):
        return self.published_on

    @cached_property
    def byline(self) -> list[Person]:
        """The authors in order, without any whose record is not public."""
        rows = list(self.authorships.all())
        # Where a query set has not fetched the people, they come in one go.
        prefetch_related_objects(rows, Prefetch("person", Person.objects.all()))
        return [row.person for row in rows if row.person.live]

    def structured_data(self, request):
        return [posting_node(self, request)]

    def related(self):
        """Posts to read next: those chosen by hand, else the latest of the same category."""
        chosen = list(self.related_posts.values_list("post_id", flat=True))
        posts = BlogPostPage.objects.listed()
        if chosen:
            found = {post.pk: post for post in posts.filter(pk__in=chosen)}
            return [found[pk] for pk in chosen if pk in found]
        same = posts.filter(locale_id=self.locale_id, category_id=self.category_id)
        return list(same.exclude(pk=self.pk)[:RELATED_POSTS]) if self.category_id else []

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | {"related": self.related()}


class AuthorshipManager(models.Manager):
    def posts(self):
        """Posts of a person, as every listing shows them: for use through `person.authorships`."""
        return BlogPostPage.objects.listed().filter(pk__in=self.get_queryset().values("page_id"))


class BlogPostAuthor(TranslatableMixin, Orderable):
    page = ParentalKey(BlogPostPage, on_delete=models.CASCADE, related_name="authorships")
    person = models.ForeignKey(
        "people.Person",
        on_delete=models.PROTECT,
        related_name="authorships",
        verbose_name=_("person"),
    )

    objects = AuthorshipManager()
    panels = ["person"]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self):
        return str(self.person)


class BlogPostTag(ItemBase):
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="post_tags")
    content_object = ParentalKey(BlogPostPage, on_delete=models.CASCADE, related_name="post_tags")


class RelatedPost(TranslatableMixin, Orderable):
    page = ParentalKey(BlogPostPage, on_delete=models.CASCADE, related_name="related_posts")
    post = models.ForeignKey(
        BlogPostPage, on_delete=models.CASCADE, related_name="+", verbose_name=_("post")
    )

    panels = [PageChooserPanel("post", "blog.BlogPostPage")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("related post")
        verbose_name_plural = _("related posts")

    def __str__(self):
        return str(self.post)

    def clean(self):
        super().clean()
        if self.post_id and self.post_id == self.page_id:
            raise ValidationError({"post": _("A post cannot be related to itself.")})
