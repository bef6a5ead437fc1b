"""The stream that posts and pages share, in the order in which the picker offers its blocks."""

from wagtail import blocks

from core.blocks.code import CodeBlock
from core.blocks.columns import ColumnsBlock
from core.blocks.faq import FaqBlock
from core.blocks.key_points import KeyPointsBlock
from core.blocks.links import CallToActionBlock
from core.blocks.media import EmbedBlock, FigureBlock, GalleryBlock
from core.blocks.proof import LogosBlock, StatisticsBlock
from core.blocks.records import (
    AuthorCardBlock,
    PersonCardsBlock,
    SharedSectionBlock,
    TestimonialsBlock,
)
from core.blocks.table import TableBlock
from core.blocks.text import HeadingBlock, KeySentenceBlock, QuoteBlock, TextBlock

# Loud blocks, and how many of each a page bears.
LIMITS = {
    "call_to_action": {"max_num": 3},
    "key_sentence": {"max_num": 3},
    "logos": {"max_num": 2},
    "statistics": {"max_num": 3},
}


class BodyStreamBlock(blocks.StreamBlock):
    text = TextBlock(editor="post")
    heading = HeadingBlock()
    key_sentence = KeySentenceBlock()
    quote = QuoteBlock()
    key_points = KeyPointsBlock()
    figure = FigureBlock()
    gallery = GalleryBlock()
    embed = EmbedBlock()
    call_to_action = CallToActionBlock()
    statistics = StatisticsBlock()
    testimonials = TestimonialsBlock()
    logos = LogosBlock()
    faq = FaqBlock()
    columns = ColumnsBlock()
    table = TableBlock()
    code = CodeBlock()
    author_card = AuthorCardBlock()
    person_cards = PersonCardsBlock()
    shared_section = SharedSectionBlock()

    class Meta:
        block_counts = LIMITS
