"""The stream that posts and pages share, in the order in which the picker offers its blocks."""

from wagtail import blocks

from core.blocks.links import CallToActionBlock
from core.blocks.media import EmbedBlock, FigureBlock
from core.blocks.structure import AuthorCardBlock, KeyPointsBlock
from core.blocks.text import HeadingBlock, KeySentenceBlock, QuoteBlock, TextBlock


class BodyStreamBlock(blocks.StreamBlock):
    text = TextBlock(editor="post")
    heading = HeadingBlock()
    key_sentence = KeySentenceBlock()
    quote = QuoteBlock()
    key_points = KeyPointsBlock()
    figure = FigureBlock()
    embed = EmbedBlock()
    author_card = AuthorCardBlock()
    call_to_action = CallToActionBlock()
