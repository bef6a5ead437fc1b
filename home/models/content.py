"""A free page: about, contact, privacy, and whatever else a company has to say."""

from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from blog.blocks import ArticleStreamBlock
from core.models import SitePage
from core.panels import PanelFromAbove
from seo.structured_data import faq_nodes


class ContentPage(SitePage):
    lead = RichTextField(
        _("lead"),
        blank=True,
        max_length=600,
        editor="inline",
        help_text=_("One to three sentences under the title."),
    )
    body = StreamField(ArticleStreamBlock(), blank=True, verbose_name=_("body"))

    content_panels = [
        *SitePage.content_panels,
        "lead",
        "body",
        PanelFromAbove("editorial.linking.LinkSuggestionsPanel"),
    ]
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
    ]
    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = ["home.ContentPage", "home.LandingPage", "leads.FormPage"]

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")

    def structured_data(self, request):
        return faq_nodes(self, request)
