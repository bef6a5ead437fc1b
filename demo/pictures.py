"""Pictures for the demo, drawn rather than shipped: one family of compositions in the colours of plant dyes.

The description of a picture decides its motif and colours, so what a listener hears is what there is.
"""

import io
import math
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

LINEN = (236, 231, 219)
DYES = {
    "indigo": (38, 56, 132),
    "madder": (176, 58, 46),
    "weld": (222, 172, 48),
    "green": (62, 108, 86),
    "ink": (28, 30, 38),
}
LANDSCAPE = (1600, 1000)
PORTRAIT = (1000, 1250)
LOGO = (400, 160)
# Shapes are drawn larger and scaled down, which smooths their edges.
OVERSAMPLING = 2


def draw(seed: str, description: str) -> bytes:
    """Return the JPEG of a composition: "Bands…", "Arcs…", "Folded paper…" or "Grain…" and its colours."""
    random = Random(seed)  # noqa: S311
    motifs = {"band": bands, "arc": arcs, "fold": folds, "grain": grain}
    motif = next((m for word, m in motifs.items() if word in description.lower()), bands)
    image = canvas(LANDSCAPE)
    motif(image, colours(description), random)
    return finished(image, LANDSCAPE, random)


def draw_portrait(seed: str, description: str) -> bytes:
    """Return the JPEG of a geometric head and shoulders, lit from the left like all the others."""
    random = Random(seed)  # noqa: S311
    first, second, *_rest = [*colours(description), LINEN]
    image = canvas(PORTRAIT, mixed(second, LINEN, 0.72))
    width, height = image.size
    pen = ImageDraw.Draw(image)
    centre, head = width * random.uniform(0.47, 0.53), width * random.uniform(0.17, 0.2)
    chin = height * random.uniform(0.55, 0.58)
    shoulders = width * random.uniform(0.33, 0.39)
    pen.ellipse(box(centre, height * 1.06, shoulders, height * 0.36), fill=first)
    pen.pieslice(
        box(centre, height * 1.06, shoulders, height * 0.36),
        270,
        360,
        fill=mixed(first, DYES["ink"], 0.28),
    )
    skin = random.choice([(226, 190, 160), (198, 150, 116), (160, 112, 82), (236, 206, 182)])
    neck = head * 0.42
    pen.rectangle((centre - neck, chin - head * 0.4, centre + neck, chin + head * 1.15), fill=skin)
    pen.rectangle(
        (centre, chin - head * 0.4, centre + neck, chin + head * 1.15), fill=mixed(skin, first, 0.3)
    )
    face = box(centre, chin - head * 1.05, head, head * 1.32)
    pen.ellipse(face, fill=skin)
    pen.pieslice(face, 270, 450, fill=mixed(skin, first, 0.2))
    hair = mixed(second, DYES["ink"], 0.55) if second != LINEN else mixed(first, DYES["ink"], 0.6)
    style = random.choice(["cap", "side", "bun"])
    pen.chord(box(centre, chin - head * 1.12, head * 1.08, head * 1.36), 186, 354, fill=hair)
    if style == "side":
        pen.rectangle(
            (centre - head * 1.08, chin - head * 1.3, centre - head * 0.72, chin), fill=hair
        )
    if style == "bun":
        pen.ellipse(box(centre + head * 0.2, chin - head * 2.6, head * 0.42, head * 0.4), fill=hair)
    return finished(image, PORTRAIT, random)


def draw_logo(seed: str, description: str) -> bytes:
    """Return the JPEG of a mark of two or three plain forms in one ink, on white as logos come."""
    random = Random(seed)  # noqa: S311
    image = canvas(LOGO, (255, 255, 255))
    width, height = image.size
    pen = ImageDraw.Draw(image)
    ink = random.choice(list(DYES.values()))
    forms = random.sample(["disc", "ring", "bars", "gable", "halves"], 3)
    side = height * 0.62
    for place, form in enumerate(forms):
        x, y = width * (0.2 + 0.3 * place), height / 2
        left, top, right, bottom = box(x, y, side / 2, side / 2)
        if form == "disc":
            pen.ellipse((left, top, right, bottom), fill=ink)
        elif form == "ring":
            pen.ellipse((left, top, right, bottom), outline=ink, width=round(side / 5))
        elif form == "gable":
            pen.polygon([(left, bottom), (x, top), (right, bottom)], fill=ink)
        elif form == "halves":
            pen.pieslice((left, top, right, bottom), 90, 270, fill=ink)
            pen.rectangle((x + side / 12, top, right, bottom), fill=ink)
        else:
            for bar in range(3):
                start = left + bar * side * 0.4
                pen.rectangle((start, top, start + side / 5, bottom), fill=ink)
    buffer = io.BytesIO()
    image.resize(LOGO, Image.Resampling.LANCZOS).save(buffer, "JPEG", quality=90, optimize=True)
    return buffer.getvalue()


def colours(description: str) -> list[tuple[int, int, int]]:
    """Return the dyes that a description names, in its order; all of them if it names none."""
    words = description.lower()
    named = sorted((words.index(name), colour) for name, colour in DYES.items() if name in words)
    return [colour for _position, colour in named] or list(DYES.values())


def bands(image, palette, random):
    """Warp and weft: level bands, upright ones over them, and every other crossing the other way round."""
    width, height = image.size
    warp, weft = stripes(width, random, palette), stripes(height, random, palette[::-1])
    pen = ImageDraw.Draw(image)
    for top, bottom, colour in weft:
        pen.rectangle((0, top, width, bottom), fill=mixed(colour, LINEN, 0.1))
    for column, (left, right, colour) in enumerate(warp):
        pen.rectangle((left, 0, right, height), fill=colour)
        for row, (top, bottom, weft_colour) in enumerate(weft):
            if (row + column) % 2:
                pen.rectangle(
                    (left - 2, top, right + 2, bottom), fill=mixed(weft_colour, LINEN, 0.1)
                )
                # The thread that dives under casts a narrow shadow where it disappears.
                for edge in (left - 6, right):
                    pen.rectangle(
                        (edge, top, edge + 6, bottom), fill=mixed(weft_colour, DYES["ink"], 0.3)
                    )


def stripes(length, random, palette):
    """Divide a length into bands with gaps between them: a list of start, end and colour."""
    unit = length / random.uniform(13, 19)
    position, result = unit * random.uniform(-0.4, 0.8), []
    while position < length:
        thickness = unit * random.choice([0.35, 0.6, 1, 1, 1.6, 2.4])
        result.append((position, position + thickness, palette[len(result) % len(palette)]))
        position += thickness + unit * random.choice([0.3, 0.5, 0.9, 1.4])
    return result


def arcs(image, palette, random):
    """Rings cut by the frame, some whole and some broken, around one or two centres."""
    width, height = image.size
    for centre in range(random.choice([1, 2, 2])):
        x = width * (random.uniform(0.08, 0.4) if centre else random.uniform(0.5, 0.85))
        y = height * random.uniform(0.55, 1.08)
        radius = height * random.uniform(0.9, 1.15) / (1 + centre)
        index = centre
        while radius > height * 0.08:
            thickness = height * random.choice([0.03, 0.05, 0.08, 0.13])
            start = random.choice([180, 180, 150, 200, 0])
            layer = Image.new("L", image.size, 0)
            pen = ImageDraw.Draw(layer)
            span = random.choice([180, 220, 300, 360])
            pen.arc(
                box(x, y, radius, radius), start, start + span, fill=255, width=round(thickness)
            )
            ink = Image.new("RGB", image.size, palette[index % len(palette)])
            image.paste(ImageChops.multiply(image, mixed_layer(ink)), mask=layer)
            radius -= thickness + height * random.choice([0.02, 0.035, 0.06])
            index += 1


def folds(image, palette, random):
    """Sheets of paper with one crease each: a lit half and a half in shadow."""
    width, height = image.size
    pen = ImageDraw.Draw(image)
    meeting = (width * random.uniform(0.38, 0.62), height * random.uniform(0.35, 0.65))
    corners = 9
    turn = random.uniform(0, math.tau)
    reach = math.hypot(width, height)
    angles = sorted(
        turn + math.tau * (i + random.uniform(-0.3, 0.3)) / corners for i in range(corners)
    )
    for index, angle in enumerate(angles):
        following = angles[(index + 1) % corners] + (math.tau if index == corners - 1 else 0)
        middle = angle + (following - angle) * random.uniform(0.4, 0.6)
        base = [*palette, LINEN][index % (len(palette) + 1)]
        for start, end, shadow in ((angle, middle, 0.0), (middle, following, 0.24)):
            points = [meeting] + [
                (meeting[0] + reach * math.cos(a), meeting[1] + reach * math.sin(a))
                for a in (start, end)
            ]
            pen.polygon(points, fill=mixed(base, DYES["ink"], shadow))
    sheet = height * random.uniform(0.2, 0.3)
    quarter = turn + math.pi / 4
    square = [
        (meeting[0] + sheet * math.cos(quarter + a), meeting[1] + sheet * math.sin(quarter + a))
        for a in (0, math.pi / 2, math.pi, 3 * math.pi / 2)
    ]
    pen.polygon(square, fill=mixed(LINEN, (255, 255, 255), 0.5))
    pen.polygon([square[0], square[1], square[2]], fill=mixed(LINEN, palette[0], 0.14))


def grain(image, palette, random):
    """Short threads, dense near one point and sparse away from it."""
    width, height = image.size
    pen = ImageDraw.Draw(image)
    heart = (width * random.uniform(0.25, 0.75), height * random.uniform(0.3, 0.7))
    lean = random.uniform(-0.5, 0.5)
    for index in range(2600):
        distance = abs(random.gauss(0, 0.34)) * width
        angle = random.uniform(0, math.tau)
        x, y = heart[0] + distance * math.cos(angle), heart[1] + distance * 0.7 * math.sin(angle)
        length = height * random.uniform(0.012, 0.04)
        tilt = lean + angle * 0.12
        end = (x + length * math.cos(tilt), y + length * math.sin(tilt))
        colour = palette[index % len(palette)]
        pen.line(
            ((x, y), end), fill=colour, width=round(height * random.choice([0.004, 0.006, 0.01]))
        )


def canvas(size, colour=LINEN):
    return Image.new("RGB", [side * OVERSAMPLING for side in size], colour)


def finished(image, size, random) -> bytes:
    """Scale down, give the surface a tooth like paper, and encode."""
    image = image.resize(size, Image.Resampling.LANCZOS)
    # effect_noise has no seed; a small tile drawn from ours and blown up does as well.
    tile = Image.frombytes("L", (200, 125), random.randbytes(200 * 125))
    tooth = tile.resize(size, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(0.6))
    tooth = Image.merge("RGB", [tooth.point(lambda value: 243 + value * 12 // 255)] * 3)
    buffer = io.BytesIO()
    ImageChops.multiply(image, tooth).save(buffer, "JPEG", quality=88, optimize=True)
    return buffer.getvalue()


def box(x, y, half_width, half_height):
    return (x - half_width, y - half_height, x + half_width, y + half_height)


def mixed(one, other, share):
    """Return a colour with a share (0 to 1) of another in it."""
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))


def mixed_layer(ink):
    """Dye that lets the cloth below show through a little."""
    return Image.blend(ink, Image.new("RGB", ink.size, (255, 255, 255)), 0.06)
