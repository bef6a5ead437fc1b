"""A page for one campaign, built from sections in any order."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.search import index

from core.models import SitePage
from core.text import plain_text
from home.blocks.landing import LandingStreamBlock
from seo.structured_data import faq_nodes


class LandingPage(SitePage):
    body = StreamField(LandingStreamBlock(), blank=True, verbose_name=_("sections"))

    content_panels = [*SitePage.content_panels, "body"]
    search_fields = [*SitePage.search_fields, index.SearchField("body")]
    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("landing page")
        verbose_name_plural = _("landing pages")

    @cached_property
    def hero(self):
        """The value of the section that opens the page and carries its h1; None if another one does."""
        first = next((block for block in self.body), None)
        return first.value if first and first.block_type == "hero" else None

    @property
    def card_summary(self):
        return super().card_summary or (plain_text(self.hero["text"].source) if self.hero else "")

    @property
    def card_image(self):
        return self.hero["image"] if self.hero else None

    def structured_data(self, request):
        return faq_nodes(self, request)
