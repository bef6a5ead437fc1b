"""How long the words for machines may be before they are cut off: advice, never a rule."""

from dataclasses import dataclass

# What Google sets results in, and what social networks have room for.
TITLE_FONT = "20px Arial, 'Liberation Sans', sans-serif"
DESCRIPTION_FONT = "14px Arial, 'Liberation Sans', sans-serif"


@dataclass(frozen=True)
class Advice:
    """Bounds in characters and in pixels of a font; 0 where there is none."""

    least: int = 0
    most: int = 0
    pixels: int = 0
    font: str = ""


# Pixels are what counts; 60 characters are about as many, for lists that a database narrows.
SEARCH_TITLE = Advice(pixels=580, font=TITLE_FONT)
TITLE_CHARACTERS = 60
SEARCH_DESCRIPTION = Advice(least=70, most=160, pixels=920, font=DESCRIPTION_FONT)
SHARE_TITLE = Advice(most=70)
SHARE_DESCRIPTION = Advice(most=200)
