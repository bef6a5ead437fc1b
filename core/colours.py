"""Contrast of colours as WCAG 2.2 defines it, so that a brand colour nobody can read is refused."""

PAPER_LIGHT = "#fdfdfc"
PAPER_DARK = "#14161b"
MINIMUM_CONTRAST = 4.5


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue (0-255) of a colour written #rrggbb."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 (black) to 1 (white)."""
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lightened_for_dark(colour: str) -> str:
    """Mix a colour with white in steps of 5 % until it can be read on dark paper with room to spare."""
    for percent in range(0, 101, 5):
        mixed = "#" + "".join(
            f"{round(channel + (255 - channel) * percent / 100):02x}"
            for channel in channels(colour)
        )
        if contrast(mixed, PAPER_DARK) >= MINIMUM_CONTRAST + 2:
            break
    return mixed
