"""Questions with their answers, for readers and for machines that answer questions."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError

from core.blocks import samples


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(
        max_length=160, label=_("Question"), help_text=_("As a reader would ask it.")
    )
    answer = blocks.RichTextBlock(label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question")
        label_format = "{question}"


class FaqBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, max_length=90, label=_("Title"))
    items = blocks.ListBlock(QuestionBlock(), min_num=2, max_num=20, label=_("Questions"))
    first_open = blocks.BooleanBlock(required=False, label=_("The first answer is open"))
    for_machines = blocks.BooleanBlock(
        required=False,
        default=True,
        label=_("Tell search engines"),
        help_text=_("As questions and answers that machines can read; what they show is theirs."),
    )

    class Meta:
        icon = "help"
        group = _("Structure")
        label = _("FAQ: questions and answers")
        label_format = "{title}"
        template = "blocks/faq.html"
        description = _("Questions that readers ask; each unfolds its answer when it is pressed.")
        form_layout = blocks.BlockGroup(
            children=["title", "items"], settings=["first_open", "for_machines"]
        )
        preview_value = staticmethod(samples.faq)

    def clean(self, value):
        result = super().clean(value)
        if not self.is_deferred_validation and (repeated := repeated_questions(result["items"])):
            raise blocks.StructBlockValidationError(
                block_errors={"items": ListBlockValidationError(block_errors=repeated)}
            )
        return result


def repeated_questions(items) -> dict[int, ValidationError]:
    """Return a complaint at the question of each item that asks what one before it has asked."""
    asked, repeated = set(), {}
    for index, item in enumerate(items):
        question = item["question"].casefold().rstrip(" ?")
        if question in asked:
            message = ValidationError(_("This question is asked above."))
            repeated[index] = blocks.StructBlockValidationError(block_errors={"question": message})
        asked.add(question)
    return repeated
