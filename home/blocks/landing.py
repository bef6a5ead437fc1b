"""The stream of landing pages: their sections first in the picker, then all other blocks."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blog.blocks import ArticleStreamBlock
from core.blocks.body import LIMITS
from home.blocks.pricing import PricingBlock
from home.blocks.sections import (
    CallToActionBandBlock,
    FeatureGridBlock,
    HeroBlock,
    SplitBlock,
)


class SectionsStreamBlock(blocks.StreamBlock):
    hero = HeroBlock()
    feature_grid = FeatureGridBlock()
    split = SplitBlock()
    pricing = PricingBlock()
    call_to_action_band = CallToActionBandBlock()


class LandingStreamBlock(ArticleStreamBlock, SectionsStreamBlock):
    class Meta:
        block_counts = {
            **LIMITS,
            "hero": {"max_num": 1},
            "call_to_action_band": {"max_num": 2},
        }

    def clean(self, value):
        result = super().clean(value)
        if self.is_deferred_validation:
            return result
        late = [at for at, block in enumerate(result) if at and block.block_type == "hero"]
        if late:
            error = ValidationError(_("The hero opens the page: move it to the top."))
            raise blocks.StreamBlockValidationError(block_errors=dict.fromkeys(late, error))
        return result
