"""Blocks of words: prose, headings, the sentence that stands out and the quote."""

from django.conf import global_settings
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from core.blocks import samples

# Languages that quotes may be in, whatever those of the site are; Django knows their names.
QUOTED_LANGUAGES = [
    (code, name)
    for code, name in global_settings.LANGUAGES
    if code in {"de", "el", "en", "es", "fr", "it", "nl", "pl", "pt", "ro", "sl"}
]


class TextBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        group = _("Text")
        label = _("Text")
        template = "blocks/text.html"
        description = _(
            "Paragraphs with their titles, short lists and links. Paste a whole article here."
        )
        preview_value = staticmethod(samples.text)


class HeadingLevel(TextChoices):
    H2 = "h2", _("Section (level 2)")
    H3 = "h3", _("Part of a section (level 3)")


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(max_length=90, label=_("Heading"))
    level = blocks.ChoiceBlock(
        choices=HeadingLevel.choices,
        default=HeadingLevel.H2,
        search_index=False,
        label=_("Level"),
    )

    class Meta:
        icon = "title"
        group = _("Text")
        label = _("Heading")
        label_format = "{text}"
        template = "blocks/heading.html"
        description = _("The title of a section that does not begin with text.")
        preview_value = staticmethod(samples.heading)


class KeySentenceBlock(blocks.StructBlock):
    text = blocks.RichTextBlock(
        editor="inline",
        max_length=280,
        label=_("Sentence"),
        help_text=_("One sentence, set large. A page has room for one or two."),
    )

    class Meta:
        icon = "bold"
        group = _("Text")
        label = _("Key sentence")
        template = "blocks/key_sentence.html"
        description = _("The one sentence that readers should remember, set large and by itself.")
        preview_value = staticmethod(samples.key_sentence)


class QuoteValue(blocks.StructValue):
    """Who speaks: a person of the site, or someone named freely; an absent one leaves no gap."""

    @property
    def speaker(self):
        person = self.get("person")
        return person if person and person.live else None

    @property
    def speaker_name(self) -> str:
        return self.speaker.name if self.speaker else self.get("name") or ""

    @property
    def speaker_role(self) -> str:
        return self.speaker.role if self.speaker else self.get("role") or ""

    @property
    def speaker_photo(self):
        return self.speaker.photo if self.speaker else None


class QuoteBlock(blocks.StructBlock):
    quote = blocks.RichTextBlock(
        editor="inline",
        label=_("Words"),
        help_text=_("Without quotation marks: the page sets those of its language."),
    )
    person = SnippetChooserBlock(
        "people.Person",
        required=False,
        label=_("Person"),
        help_text=_("Someone of the site; their name and role come along."),
    )
    name = blocks.CharBlock(
        required=False, max_length=120, label=_("Or a name"), help_text=_("For anyone else.")
    )
    role = blocks.CharBlock(required=False, max_length=120, label=_("Role"))
    source_title = blocks.CharBlock(
        required=False,
        max_length=200,
        label=_("Source"),
        help_text=_("The book, talk or article it comes from."),
    )
    source_url = blocks.URLBlock(required=False, label=_("Address of the source"))
    language = blocks.ChoiceBlock(
        choices=QUOTED_LANGUAGES,
        required=False,
        search_index=False,
        label=_("Language"),
        help_text=_("If it differs from the page’s, so that it is read aloud properly."),
    )

    class Meta:
        icon = "openquote"
        group = _("Text")
        label = _("Quote")
        label_format = "{person} {name}: {quote}"
        value_class = QuoteValue
        template = "blocks/quote.html"
        description = _("What somebody said, in one or more paragraphs, with their name and role.")
        form_layout = blocks.BlockGroup(
            children=["quote", "person", "name", "role"],
            settings=["source_title", "source_url", "language"],
        )
        preview_value = staticmethod(samples.quote)

    def clean(self, value):
        result = super().clean(value)
        if self.is_deferred_validation:
            return result
        person, name = result.get("person"), result.get("name")
        errors = {}
        if not person and not name:
            errors["name"] = _("Say who is quoted: choose a person or write a name.")
        elif person and name:
            errors["name"] = _("Choose a person or write a name, not both.")
        elif person and result.get("role"):
            errors["role"] = _("The role comes from the person. Leave this empty.")
        if person and not person.live:
            errors["person"] = _(
                "This person is not published, so readers could not see who speaks."
            )
        if errors:
            raise blocks.StructBlockValidationError(
                block_errors={field: ValidationError(message) for field, message in errors.items()}
            )
        return result
