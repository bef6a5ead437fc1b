"""How wide a text stands in search results, which set titles in Arial: what is cut off is a matter of width."""

import unicodedata

# Advance widths of Helvetica, which Arial shares, in thousandths of the size, from the space to the tilde.
WIDTHS = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 "
    "584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 "
    "278 556 500 722 500 500 500 334 260 334 584"
)
ADVANCE = {chr(32 + at): int(width) for at, width in enumerate(WIDTHS.split())}
ADVANCE |= {"–": 556, "—": 1000, "’": 222, "‘": 222, "“": 333, "”": 333, "·": 333, "…": 1000}
# Letters of other scripts are about as wide as they are high.
OTHER = 1000


def pixel_width(text: str, size: int = 20) -> int:
    """Return the width in pixels at a size in pixels; accents are as wide as their letters."""
    letters = unicodedata.normalize("NFD", text)
    widths = (0 if unicodedata.combining(one) else ADVANCE.get(one, OTHER) for one in letters)
    return round(sum(widths) * size / 1000)
