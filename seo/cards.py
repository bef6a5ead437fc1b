"""A picture for what has none when it is shared: its title on the brand’s colour, drawn when it is first asked for."""

import io
from contextlib import suppress
from dataclasses import astuple, dataclass
from functools import cache
from hashlib import sha256

from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.signing import Signer
from PIL import Image, ImageDraw, ImageFont

from core.colours import PAPER_LIGHT, channels
from seo.typesetting import LEADING, Face, fitted, shortened

WIDTH, HEIGHT, MARGIN = 1200, 630, 80
FONT = "fonts/familjen-grotesk.woff2"
TITLE_SIZES, TITLE_BOX, TITLE_TOP = range(96, 39, -4), (WIDTH - 2 * MARGIN, 330), 146
LABEL_SIZE, REGULAR, BOLD = 34, 500, 680
LONGEST_TITLE, LONGEST_LINE = 220, 120
# Raise it whenever the drawing changes: addresses are kept by others for ever.
DRAWING = 1


@dataclass(frozen=True)
class Card:
    """What a card says; `accent` is a colour on which light paper can be read."""

    title: str
    kicker: str
    byline: str
    brand: str
    accent: str

    @property
    def token(self) -> str:
        """The card itself, signed: whoever has no token can have nothing drawn, and nothing is looked up."""
        return signer().sign_object([DRAWING, *astuple(self)], compress=True)


def card_of(token: str) -> Card:
    """Read a token; BadSignature if this site did not write it."""
    _drawing, *fields = signer().unsign_object(token)
    return Card(*fields)


def signer() -> Signer:
    return Signer(salt="seo.cards", sep="~")


def picture_of(token: str) -> bytes:
    """Return the card as PNG: drawn once, then from the storage, wherever it is asked for."""
    card = card_of(token)
    name = f"share/{sha256(token.encode()).hexdigest()[:32]}.png"
    if default_storage.exists(name):
        with default_storage.open(name) as file:
            return file.read()
    picture = draw(card)
    # A full disk costs time, not the picture.
    with suppress(OSError):
        stored = default_storage.save(name, ContentFile(picture))
        if stored != name:
            # Somebody else was faster.
            default_storage.delete(stored)
    return picture


def draw(card: Card) -> bytes:
    image = Image.new("RGB", (WIDTH, HEIGHT), card.accent)
    canvas = ImageDraw.Draw(image)
    canvas.ellipse((690, 150, 1430, 890), fill=mixed(card.accent, "#000000", 0.14))
    canvas.ellipse((870, 330, 1250, 710), fill=card.accent)
    label, strong = face(LABEL_SIZE, REGULAR), face(LABEL_SIZE, BOLD)
    soft = mixed(card.accent, PAPER_LIGHT, 0.86)
    room = WIDTH - 2 * MARGIN
    canvas.text((MARGIN, MARGIN), shortened(card.kicker, label, room), soft, label.font)
    size, lines = fitted(
        card.title[:LONGEST_TITLE], lambda size: face(size, BOLD), TITLE_SIZES, TITLE_BOX
    )
    title, leading = face(size, BOLD), round(size * LEADING)
    for number, line in enumerate(lines):
        canvas.text((MARGIN, TITLE_TOP + number * leading), line, PAPER_LIGHT, title.font)
    brand = shortened(card.brand, strong, room / 2)
    foot = HEIGHT - MARGIN
    canvas.text((WIDTH - MARGIN, foot), brand, PAPER_LIGHT, strong.font, anchor="rs")
    byline = shortened(card.byline, label, room - strong.width(brand) - MARGIN)
    canvas.text((MARGIN, foot), byline, soft, label.font, anchor="ls")
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


@cache
def face(size: int, weight: int) -> Face:
    font = ImageFont.truetype(finders.find(FONT), size)
    font.set_variation_by_axes([weight])
    return Face(font)


def mixed(colour: str, other: str, share: float) -> str:
    """Return a colour with a share (0 to 1) of another one in it."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(own + (its - own) * share):02x}" for own, its in pairs)
