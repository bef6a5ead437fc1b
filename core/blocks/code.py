"""Program text, coloured on the server: no script, and no style in the markup."""

from django.db.models import TextChoices
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from wagtail import blocks

from core.blocks import samples

# The classes that Pygments writes are coloured in static/css/code.css.
FORMATTER = HtmlFormatter(nowrap=True)


class CodeLanguage(TextChoices):
    """Names that Pygments knows its languages by."""

    TEXT = "text", _("Plain text")
    BASH = "bash", "Shell"
    CSS = "css", "CSS"
    HTML = "html", "HTML"
    JAVASCRIPT = "javascript", "JavaScript"
    JSON = "json", "JSON"
    PYTHON = "python", "Python"
    SQL = "sql", "SQL"
    TOML = "toml", "TOML"
    TYPESCRIPT = "typescript", "TypeScript"
    XML = "xml", "XML"
    YAML = "yaml", "YAML"


class CodeValue(blocks.StructValue):
    @property
    def highlighted(self) -> SafeString:
        """The code as HTML, one element a line, so that CSS can number them."""
        lexer = get_lexer_by_name(self.get("language") or CodeLanguage.TEXT, stripnl=False)
        # Pygments ends every line with what it began on it.
        lines = highlight(self.get("code") or "", lexer, FORMATTER).rstrip("\n").split("\n")
        return mark_safe(  # noqa: S308
            "\n".join(f'<span class="code-line">{line}</span>' for line in lines)
        )


class CodeBlock(blocks.StructBlock):
    language = blocks.ChoiceBlock(
        choices=CodeLanguage.choices,
        default=CodeLanguage.TEXT,
        search_index=False,
        label=_("Language"),
    )
    code = blocks.TextBlock(rows=8, label=_("Code"), form_attrs={"spellcheck": "false"})
    caption = blocks.CharBlock(
        required=False,
        max_length=160,
        label=_("Caption"),
        help_text=_("What the code does, or the name of its file."),
    )
    numbered = blocks.BooleanBlock(required=False, label=_("With line numbers"))

    class Meta:
        icon = "code"
        group = _("Structure")
        label = _("Code")
        label_format = "{language} {caption}"
        value_class = CodeValue
        template = "blocks/code.html"
        description = _("A piece of program text, coloured by its language, shown as it is typed.")
        form_layout = blocks.BlockGroup(
            children=["language", "code", "caption"], settings=["numbered"]
        )
        preview_value = staticmethod(samples.code)
