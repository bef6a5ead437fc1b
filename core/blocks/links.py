"""Links that an editor composes: one target each, checked when the page is published."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.models import Page

from core.blocks import samples
from core.languages import language_of

TARGETS = ("page", "document", "url", "email")


class LinkValue(blocks.StructValue):
    @cached_property
    def target(self) -> Page | None:
        """The chosen page, or its translation into the language that is read; only that costs a query."""
        page, language = self.get("page"), get_language()
        if not page or language_of(page) in ("", language):
            return page
        public = apps.get_model("core", "SitePage").objects.published()
        here = public.filter(translation_key=page.translation_key, locale__language_code=language)
        return here.first() or page

    @cached_property
    def href(self) -> str:
        """Where the link leads; empty while the link is unfinished or its page is not public."""
        if (page := self.target) and page.live:
            return page.url or ""
        if document := self.get("document"):
            return document.url
        if email := self.get("email"):
            return f"mailto:{email}"
        return self.get("url") or ""

    @property
    def label(self) -> str:
        return self.get("text") or (self.target.title if self.target else "")


class LinkBlock(blocks.StructBlock):
    text = blocks.CharBlock(
        required=False,
        max_length=60,
        label=_("Text"),
        help_text=_("What readers click. Left empty, the title of the page is used."),
    )
    page = blocks.PageChooserBlock(required=False, label=_("Page"))
    document = DocumentChooserBlock(required=False, label=_("Document"))
    url = blocks.URLBlock(required=False, label=_("Address on another site"))
    email = blocks.EmailBlock(required=False, label=_("E-mail address"))

    class Meta:
        icon = "link"
        required = True
        label = _("Link")
        label_format = "{text} {page}"
        value_class = LinkValue
        form_layout = blocks.BlockGroup(
            children=["text", "page"], settings=["url", "document", "email"]
        )

    def clean(self, value):
        result = super().clean(value)
        if self.is_deferred_validation:
            return result
        chosen = [name for name in TARGETS if result.get(name)]
        if not chosen and not self.meta.required:
            return result
        errors = {}
        if not chosen:
            errors["page"] = ValidationError(
                _("Choose where the link leads: a page here, or in the settings another address.")
            )
        for name in chosen[1:]:
            errors[name] = ValidationError(_("A link leads to one place. Keep only one."))
        if chosen and chosen != ["page"] and not result.get("text"):
            errors["text"] = ValidationError(_("Say what readers click."))
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return result


class LinkColumnBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=40, label=_("Title"))
    links = blocks.ListBlock(LinkBlock(), label=_("Links"))

    class Meta:
        icon = "list-ul"
        label = _("Column")
        label_format = "{title}"


class SocialLinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(
        max_length=40, label=_("Name"), help_text=_("Such as Mastodon or LinkedIn.")
    )
    url = blocks.URLBlock(label=_("Address"))

    class Meta:
        icon = "site"
        label = _("Profile")
        label_format = "{label}"


class CallToActionBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=90, label=_("Title"))
    text = blocks.RichTextBlock(required=False, editor="inline", max_length=280, label=_("Text"))
    link = LinkBlock(label=_("Button"))
    second_link = LinkBlock(
        required=False, label=_("Second link"), help_text=_("A quieter way on, if there is one.")
    )

    class Meta:
        icon = "pick"
        group = _("Conversion")
        label = _("Call to action")
        label_format = "{title}"
        template = "blocks/call_to_action.html"
        description = _(
            "An invitation with one button: the next step you would like readers to take."
        )
        form_layout = blocks.BlockGroup(
            children=["title", "text", "link"], settings=["second_link"]
        )
        preview_value = staticmethod(samples.call_to_action)
