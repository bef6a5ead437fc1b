"""Forms in any page: a form of the site, and the sign-up to the newsletter."""

from django.apps import apps
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.models.page_queries import translation_key_of
from leads.forms.newsletter import SignUpForm, default_wording, signed

FORM_PAGE = "leads.FormPage"


class FormBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, max_length=90, label=_("Title"))
    form = blocks.PageChooserBlock(FORM_PAGE, label=_("Form"))

    class Meta:
        icon = "form"
        group = _("Conversion")
        label = _("Form")
        label_format = "{title} {form}"
        template = "blocks/form.html"
        description = _("One of the site’s forms, to be filled in where readers are.")

    def get_preview_value(self):
        form = apps.get_model(FORM_PAGE).objects.published().first()
        return self.normalize({"title": gettext("Write to us"), "form": form})

    @property
    def is_previewable(self):
        return True

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        page = published_form(value.get("form"))
        if page is None:
            return context | {"form_page": None}
        # Two forms on one page must not share ids.
        prefix = f"id_{context.get('id') or 'form'}_%s"
        return context | {"form_page": page, "form": page.get_form(page=page, auto_id=prefix)}


def published_form(chosen):
    """The form in the language that is read, or as it was chosen; None if readers may not see it."""
    if not chosen:
        return None
    key = {"translation_key": translation_key_of(chosen.pk)}
    forms = apps.get_model(FORM_PAGE).objects.published().filter(**key).select_related("locale")
    by_language = {form.locale.language_code: form for form in forms}
    by_key = {form.pk: form for form in by_language.values()}
    return by_language.get(get_language()) or by_key.get(chosen.pk)


class NewsletterBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=90, label=_("Title"))
    text = blocks.RichTextBlock(required=False, editor="inline", max_length=400, label=_("Text"))
    wording = blocks.TextBlock(
        required=False,
        max_length=500,
        rows=2,
        search_index=False,
        label=_("What subscribers agree to"),
        help_text=_("Kept with each subscription as proof. Left empty, a sentence of ours."),
    )

    class Meta:
        icon = "mail"
        group = _("Conversion")
        label = _("Newsletter")
        label_format = "{title}"
        template = "blocks/newsletter.html"
        description = _("A sign-up to the newsletter. Who signs up confirms by e-mail.")

    def get_preview_value(self):
        return self.normalize(
            {
                "title": gettext("Four letters a year"),
                "text": gettext("<p>What we have made, and what we have learned by it.</p>"),
            }
        )

    @property
    def is_previewable(self):
        return True

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        wording = " ".join((value.get("wording") or default_wording()).split())
        form = SignUpForm(
            initial={"wording": signed(wording)}, auto_id=f"id_{context.get('id') or 'letter'}_%s"
        )
        return context | {"form": form}
