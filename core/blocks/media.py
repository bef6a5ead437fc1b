"""Blocks with something to look at: a figure, a gallery, and a film behind a façade."""

import re

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from core.blocks import samples

# How to play what an editor linked to, without asking the provider: address pattern -> player’s address.
PLAYERS = {
    "YouTube": (
        re.compile(
            r"^https://(?:www\.|m\.)?(?:youtube\.com/(?:watch\?(?:.*&)?v=|shorts/|embed/)|youtu\.be/)"
            r"(?P<id>[\w-]{6,20})"
        ),
        "https://www.youtube-nocookie.com/embed/{id}?autoplay=1",
    ),
    "Vimeo": (
        re.compile(r"^https://(?:www\.|player\.)?vimeo\.com/(?:video/)?(?P<id>\d{5,15})"),
        "https://player.vimeo.com/video/{id}?autoplay=1&dnt=1",
    ),
}


class FigureSize(TextChoices):
    TEXT = "text", _("As wide as the text")
    WIDE = "wide", _("Wider than the text")
    FULL = "full", _("As wide as the window")


class FigureValue(blocks.StructValue):
    @property
    def credit_line(self) -> str:
        """Who made the picture: as this figure says, else as the picture's own record does."""
        image = self.get("image")
        return self.get("credit") or (image.credit if image else "")


class FigureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Picture"))
    caption = blocks.RichTextBlock(
        required=False,
        features=["italic", "link"],
        label=_("Caption"),
        help_text=_("What a reader would not see without being told."),
    )
    credit = blocks.CharBlock(
        required=False,
        max_length=120,
        label=_("Credit"),
        help_text=_("Left empty, the one kept with the picture is shown."),
    )
    size = blocks.ChoiceBlock(
        choices=FigureSize.choices, default=FigureSize.TEXT, search_index=False, label=_("Width")
    )

    class Meta:
        icon = "image"
        group = _("Media")
        label = _("Figure")
        label_format = "{caption}"
        value_class = FigureValue
        template = "blocks/figure.html"
        description = _(
            "A picture with its description for those who cannot see it, a caption and a credit."
        )
        form_layout = blocks.BlockGroup(children=["image", "caption", "credit"], settings=["size"])

    def get_preview_value(self):
        return self.normalize(samples.figure() | {"image": next(iter(sample_images(1)), None)})

    @property
    def is_previewable(self):
        return True


class GalleryPictureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(required=False, max_length=160, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Picture")
        label_format = "{caption}"


class GalleryCrop(TextChoices):
    LANDSCAPE = "landscape", _("Landscape, 4 : 3")
    SQUARE = "square", _("Square")
    WHOLE = "whole", _("Whole, in columns")


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, max_length=90, label=_("Title"))
    pictures = blocks.ListBlock(GalleryPictureBlock(), min_num=2, max_num=24, label=_("Pictures"))
    crop = blocks.ChoiceBlock(
        choices=GalleryCrop.choices,
        default=GalleryCrop.LANDSCAPE,
        search_index=False,
        label=_("Shape"),
        help_text=_("Cropped pictures keep what the focal point marks."),
    )

    class Meta:
        icon = "grid"
        group = _("Media")
        label = _("Gallery")
        label_format = "{title}"
        template = "blocks/gallery.html"
        description = _("Two to twenty-four pictures that belong together, each with its caption.")
        form_layout = blocks.BlockGroup(children=["title", "pictures"], settings=["crop"])

    def get_preview_value(self):
        pictures = [
            {"image": image, "caption": caption}
            for image, caption in zip(sample_images(3), samples.gallery_captions(), strict=False)
        ]
        return self.normalize({"title": "", "crop": GalleryCrop.LANDSCAPE, "pictures": pictures})

    @property
    def is_previewable(self):
        return True


def sample_images(number: int) -> list:
    """The first pictures of the site for a block’s preview, which stays without any where there are none."""
    images = list(get_image_model().objects.order_by("pk")[:number])
    for image in images:
        image.contextual_alt_text, image.decorative = "", True
    return images


class EmbedValue(blocks.StructValue):
    @cached_property
    def _player(self) -> tuple[str, str]:
        for provider, (pattern, player) in PLAYERS.items():
            if match := pattern.match(self.get("url") or ""):
                return provider, player.format(id=match["id"])
        return "", ""

    @property
    def provider(self) -> str:
        return self._player[0]

    @property
    def player_url(self) -> str:
        return self._player[1]


class EmbedBlock(blocks.StructBlock):
    url = blocks.URLBlock(
        label=_("Address"),
        help_text=_("The address of a film on YouTube or Vimeo, from your browser."),
    )
    title = blocks.CharBlock(
        max_length=150,
        label=_("Title"),
        help_text=_(
            "What the film shows. Readers see it before they play, and hear it from a screen reader."
        ),
    )
    poster = ImageBlock(
        required=False,
        label=_("Still"),
        help_text=_("A picture of your own, shown until a reader plays."),
    )

    class Meta:
        icon = "media"
        group = _("Media")
        label = _("Film")
        label_format = "{title}"
        value_class = EmbedValue
        template = "blocks/embed.html"
        description = _(
            "A film from elsewhere. Nothing is fetched from there until a reader presses play."
        )
        preview_value = staticmethod(samples.embed)

    def clean(self, value):
        result = super().clean(value)
        if not self.is_deferred_validation and not result.provider:
            message = _(
                "Only films on YouTube and Vimeo can be played here. Elsewhere, use a link."
            )
            raise blocks.StructBlockValidationError(block_errors={"url": ValidationError(message)})
        return result
