"""The picture that stands for a page elsewhere: large enough, in a format that everyone reads, absolute."""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.urls import reverse
from wagtail.models import Site

from seo.cards import HEIGHT, WIDTH, Card

SHARE_SPEC = "fill-1200x630|format-jpeg"
CARD_TYPE = "image/png"
# Below this, networks show no large card; in pixels.
SMALLEST_WIDTH, SMALLEST_HEIGHT = 600, 315


@dataclass(frozen=True)
class SharePicture:
    address: str
    width: int
    height: int
    alt: str
    credit: str
    media_type: str = "image/jpeg"

    @property
    def is_drawn(self) -> bool:
        return self.media_type == CARD_TYPE


def share_picture(image, card: Card | None, request) -> SharePicture | None:
    """Return the picture of a page as it is shared: its own if it is large enough, or else the card.

    No network shows drawings (SVG), so the card stands for them.
    """
    if (
        image
        and not image.is_svg()
        and image.width >= SMALLEST_WIDTH
        and image.height >= SMALLEST_HEIGHT
    ):
        for rendition in renditions(image, SHARE_SPEC):
            address = absolute(rendition.url, request)
            alt = image.default_alt_text or (card.title if card else "")
            credit = image.credit or (card.brand if card else "")
            return SharePicture(address, rendition.width, rendition.height, alt, credit)
    if card is None:
        return None
    address = absolute(reverse("share_card", args=[card.token]), request)
    return SharePicture(address, WIDTH, HEIGHT, card.title, card.brand, CARD_TYPE)


def renditions(image, *specs: str) -> list:
    """Return the picture in each shape; none of a picture that is not there, or whose file is lost."""
    try:
        return list(image.get_renditions(*specs).values()) if image else []
    except OSError:
        return []


def absolute(address: str, request) -> str:
    """Return an address of this site or of its storage with scheme and host."""
    return urljoin(f"{root_address(request)}/", address)


def root_address(request) -> str:
    site = Site.find_for_request(request)
    return site.root_url if site else ""
