"""A post: what editors fill in, and the one way to list posts."""

from django.db import models
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.search import index

from blog.blocks import ArticleStreamBlock
from blog.models.dates import PostDates, today
from blog.models.queries import BlogPostQuerySet
from blog.models.series import Series
from blog.models.taxonomy import Category, TranslatedTags
from blog.onward import RELATED_POSTS, onward
from blog.reading import reading_minutes
from blog.sharing import share_links
from blog.syndication import feeds_of_post
from core.models import SitePage
from core.panels import PanelFromAbove
from people.addresses import profile_url
from people.models import Person
from seo.pictures import absolute
from seo.structured_data import faq_nodes, posting_node, quotation_nodes

LISTING_CARD = "listing_card"


class BlogPostPage(PostDates, SitePage):
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
    body = StreamField(ArticleStreamBlock(), blank=True, verbose_name=_("body"))
    category = models.ForeignKey(
        Category,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("category"),
    )
    tags = TranslatedTags(
        through="blog.BlogPostTag", blank=True, verbose_name=_("tags"), related_name="posts"
    )
    series = models.ForeignKey(
        Series,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("series"),
        help_text=_("If it is one of several posts that belong together in an order."),
    )
    series_position = models.PositiveSmallIntegerField(
        _("place in the series"),
        null=True,
        blank=True,
        help_text=_(
            "1 for the first part. Parts without a number follow by date; readers see only those that are public."
        ),
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
            [
                FieldRowPanel(["category", "published_on"]),
                FieldPanel("tags"),
                FieldRowPanel(["series", "series_position"]),
            ],
            heading=_("Where it belongs"),
        ),
        InlinePanel(
            "related_posts",
            heading=_("Related posts"),
            label=_("Post"),
            max_num=RELATED_POSTS,
            help_text=_(
                "Offered at the end, in this order. Free places go to the posts that share most tags and "
                "the category with this one, newer ones first."
            ),
        ),
        PanelFromAbove("editorial.linking.LinkSuggestionsPanel"),
    ]
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.RelatedFields("category", [index.SearchField("name")]),
        # Not through `tags`, whose manager builds a query for each post, fetched or not.
        index.RelatedFields("post_tags", [index.RelatedFields("tag", [index.SearchField("name")])]),
        index.RelatedFields(
            "authorships", [index.RelatedFields("person", [index.SearchField("name")])]
        ),
        index.FilterField("published_on"),
    ]
    search_type = "post"
    picture_fields = ("share_image", "cover")
    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types = []

    objects = PageManager.from_queryset(BlogPostQuerySet)()

    class Meta:
        verbose_name = _("blog post")
        verbose_name_plural = _("blog posts")

    @property
    def is_listed(self):
        return True

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

    @cached_property
    def tag_list(self) -> list:
        return list(self.tags.all())

    @property
    def search_facets(self):
        return {
            "category": [self.category_id] if self.category_id else [],
            "tag": [row.tag_id for row in self.post_tags.all()],
            "author": [person.pk for person in self.byline],
        }

    @property
    def og_type(self):
        return "article"

    @property
    def title_variables(self):
        return {
            "category": self.category.name if self.category else "",
            "author": ", ".join(person.name for person in self.byline),
            "year": str(self.published_on.year) if self.published_on else "",
        }

    def authors(self, request):
        addresses = [profile_url(person, request) for person in self.byline]
        return [
            (person.name, address and absolute(address, request))
            for person, address in zip(self.byline, addresses, strict=True)
        ]

    def feeds(self, request):
        return feeds_of_post(self, request)

    def structured_data(self, request):
        return [
            posting_node(self, request),
            *quotation_nodes(self, request),
            *faq_nodes(self, request),
        ]

    @property
    def preview_modes(self):
        page, *machines = super().preview_modes
        return [page, (LISTING_CARD, _("Listing card")), *machines]

    def get_preview_template(self, request, mode_name):
        if mode_name == LISTING_CARD:
            return "blog/listing_card_preview.html"
        return super().get_preview_template(request, mode_name)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        ways = onward(self, BlogPostPage.objects.listed())
        address = self.get_full_url(request) or ""
        return context | {
            "address": address,
            "reading_minutes": reading_minutes(self.words, get_language()),
            "share_links": share_links(self.title, address),
            "parts": ways.parts,
            "neighbours": ways.neighbours,
            "related": ways.related,
        }
