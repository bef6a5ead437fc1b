"""Drawings (SVG) are documents that can run scripts, load files and grow without end; what is kept of them cannot."""

import re
from io import BytesIO

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from py_svg_hush import filter_svg

LARGEST, MOST_ELEMENTS, DEEPEST = 500_000, 20_000, 100
ROOT = "{http://www.w3.org/2000/svg}svg"
STYLE = "{http://www.w3.org/2000/svg}style"
# Backslashes write letters in CSS by their numbers.
OUTSIDE = re.compile(r"url\(\s*[\"']?(?![\"'#])|@import|\\|image-set\(", re.IGNORECASE)
HREFS = ("href", "{http://www.w3.org/1999/xlink}href")


def sanitised(drawing: bytes) -> bytes:
    """Return a drawing without scripts, handlers, foreign content and addresses; ValidationError if it is none."""
    if len(drawing) > LARGEST:
        raise ValidationError(
            _("This SVG is larger than %(size)s kB. Simplify it, or save it as a PNG.")
            % {"size": LARGEST // 1000}
        )
    # Before the filter, whose output would grow with the square of the depth.
    read(drawing)
    try:
        clean = filter_svg(drawing)
    except ValueError as error:
        raise no_drawing() from error
    if read(clean) != ROOT:
        raise no_drawing()
    return clean


def read(drawing: bytes) -> str:
    """Read a drawing to its end, as far as one would go on reading; return the name of its root."""
    root, elements, depth = "", 0, 0
    try:
        for event, element in iterparse(BytesIO(drawing), events=("start", "end")):
            refuse_what_leads_outside(element)
            if event == "end":
                depth -= 1
                element.clear()
                continue
            root, elements, depth = root or element.tag, elements + 1, depth + 1
            if elements > MOST_ELEMENTS or depth > DEEPEST:
                raise ValidationError(
                    _("This SVG is too intricate. Simplify it, or save it as a PNG.")
                )
    except DefusedXmlException as error:
        raise ValidationError(
            _("This SVG declares entities. Save it as plain SVG and upload it anew.")
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise no_drawing() from error
    return root


def refuse_what_leads_outside(element) -> None:
    texts = [*element.attrib.values(), element.text if element.tag == STYLE else ""]
    leaves = any(OUTSIDE.search(text or "") for text in texts)
    if leaves or any(not element.get(name, "#").startswith("#") for name in HREFS):
        raise ValidationError(
            _(
                "This SVG loads or leads to something outside of itself. Save it with its pictures and links removed."
            )
        )


def no_drawing() -> ValidationError:
    return ValidationError(_("This is no SVG, or a damaged one. Save it again and upload it anew."))
