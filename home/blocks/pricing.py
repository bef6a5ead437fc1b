"""Plans with their prices, level with each other so that they can be compared."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError

from core.blocks.links import LinkBlock
from home.blocks import samples


class PlanBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=40, label=_("Name"))
    price = blocks.CharBlock(
        max_length=20, label=_("Price"), help_text=_("With its currency: € 48, or: on request.")
    )
    period = blocks.CharBlock(
        required=False, max_length=40, label=_("For what"), help_text=_("A month, a person, a day.")
    )
    text = blocks.CharBlock(required=False, max_length=160, label=_("For whom"))
    includes = blocks.ListBlock(
        blocks.CharBlock(max_length=90, label=_("Point")), max_num=10, label=_("What it includes")
    )
    link = LinkBlock(required=False, label=_("Button"))
    recommended = blocks.BooleanBlock(
        required=False,
        label=_("Recommended"),
        help_text=_("Stands out, and says so in words. One of them at most."),
    )

    class Meta:
        icon = "tag"
        label = _("Plan")
        label_format = "{name} {price}"
        form_layout = blocks.BlockGroup(
            children=["name", "price", "period", "text", "includes", "link"],
            settings=["recommended"],
        )


class PricingBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, max_length=90, label=_("Title"))
    plans = blocks.ListBlock(PlanBlock(), min_num=1, max_num=4, label=_("Plans"))
    note = blocks.CharBlock(
        required=False, max_length=200, label=_("Note"), help_text=_("Taxes, terms, what is extra.")
    )

    class Meta:
        icon = "tag"
        group = _("Page sections")
        label = _("Pricing: plans")
        label_format = "{title}"
        template = "blocks/pricing.html"
        description = _(
            "One to four plans side by side: name, price, what each includes, a button."
        )
        preview_value = staticmethod(samples.pricing)

    def clean(self, value):
        result = super().clean(value)
        recommended = [at for at, plan in enumerate(result["plans"]) if plan.get("recommended")]
        if self.is_deferred_validation or len(recommended) < 2:
            return result
        error = ValidationError(_("Only one plan can be the recommended one."))
        raise blocks.StructBlockValidationError(
            block_errors={
                "plans": ListBlockValidationError(
                    block_errors={
                        at: blocks.StructBlockValidationError(block_errors={"recommended": error})
                        for at in recommended[1:]
                    }
                )
            }
        )
