"""The first page of a language: one story, what the company does, its people, its latest writing."""

from django.conf import settings
from django.db import models
from django.http import Http404
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Site
from wagtail.search import index

from blog.blocks import ArticleStreamBlock
from blog.models import BlogIndexPage, BlogPostPage
from core.blocks.links import CallToActionBlock
from core.models import SitePage
from people.models import PeopleIndexPage, Person
from seo.structured_data import faq_nodes

LATEST_POSTS = 4
PEOPLE = 6

# First parts of addresses that the site itself answers, so no page may take them.
RESERVED_SLUGS = frozenset(
    {
        *(code for code, _name in settings.LANGUAGES),
        *(
            "admin",
            "bozza-condivisa",
            "brand",
            "documents",
            "shared-draft",
            "feed",
            "forms",
            "health",
            "media",
            "index",
            "search",
            "share",
            "sitemap",
            "static",
        ),
        *("llms.txt", "robots.txt", "sitemap.xml"),
    }
)
# Addresses that belong to one page type.
SLUG_OWNERS = {"blog": BlogIndexPage, "people": PeopleIndexPage}


class HomePage(SitePage):
    statement = models.CharField(
        _("statement"),
        max_length=160,
        blank=True,
        help_text=_("What the company does, in one sentence. It is the headline of the page."),
    )
    featured_post = models.ForeignKey(
        "blog.BlogPostPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead story"),
        help_text=_("The post that opens the page. Left empty, it is the latest one."),
    )
    body = StreamField(
        ArticleStreamBlock(),
        blank=True,
        verbose_name=_("body"),
        help_text=_("What the company does, in a few blocks."),
    )
    invitation = StreamField(
        [("call_to_action", CallToActionBlock())],
        blank=True,
        max_num=1,
        verbose_name=_("invitation"),
        help_text=_("The one thing you would like visitors to do, at the end of the page."),
    )

    content_panels = [
        *SitePage.content_panels,
        "statement",
        PageChooserPanel("featured_post", "blog.BlogPostPage"),
        FieldPanel("body"),
        FieldPanel("invitation"),
    ]
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("statement"),
        index.SearchField("body"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.ContentPage",
        "home.LandingPage",
        "blog.BlogIndexPage",
        "leads.FormPage",
        "people.PeopleIndexPage",
    ]
    max_count = len(settings.LANGUAGES)

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def metadata_title(self):
        return ""

    @property
    def card_summary(self):
        return super().card_summary or self.statement

    def structured_data(self, request):
        return faq_nodes(self, request)

    def reserves_slug(self, slug, child):
        if owner := SLUG_OWNERS.get(slug):
            return not isinstance(child, owner)
        return slug in RESERVED_SLUGS or (slug.isdecimal() and len(slug) == 4)

    def route(self, request, path_components):
        # Without a public home page in the language of the address, Wagtail would serve the default one.
        default = Site.find_for_request(request).root_page_id == self.pk
        if default != (translation.get_language() == settings.LANGUAGE_CODE):
            raise Http404
        return super().route(request, path_components)

    def routed_child(self, slug):
        # The two addresses that most visits go through, in one query instead of two.
        owner = SLUG_OWNERS.get(slug)
        return owner.objects.child_of(self).filter(slug=slug).first() if owner else None

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        posts = BlogPostPage.objects.listed().filter(locale_id=self.locale_id)
        # One more than is shown, for the lead story may be among them; it comes first.
        first, *latest = [*posts.starting_with(self.featured_post_id)[: LATEST_POSTS + 1]] or [None]
        people = Person.objects.with_profile().filter(locale_id=self.locale_id)
        return context | {
            "lead_story": first,
            "latest": latest,
            "people": people[:PEOPLE],
        }
