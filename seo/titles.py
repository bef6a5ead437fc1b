"""Titles by template: which one is meant, and what it says of a page."""

import re
from collections.abc import Mapping
from string import Formatter

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

DEFAULT = "{title} – {site}"
VARIABLES = ("title", "site", "section", "category", "author", "year")
SEPARATOR = r"\s*[–—|·:,-]\s*"
# What stays of a template around a variable that a page does not have.
DOUBLED = re.compile(rf"(?P<first>\s[–—|·:,-]\s)(?:{SEPARATOR})+")
LOOSE = re.compile(rf"^{SEPARATOR}|{SEPARATOR}$")
Templates = Mapping[tuple[str, str], str]


def check_template(template: str) -> None:
    """Refuse what could not be filled in, or would give every page the same title."""
    try:
        parts = [(name, spec, how) for _text, name, spec, how in Formatter().parse(template)]
    except ValueError as error:
        raise ValidationError(_("A brace is missing: write variables as {title}.")) from error
    names = {name for name, _spec, _how in parts if name is not None}
    if names - set(VARIABLES) or any(spec or how for _name, spec, how in parts):
        known = ", ".join(f"{{{name}}}" for name in VARIABLES)
        raise ValidationError(
            _("Only these variables are known: %(variables)s.") % {"variables": known}
        )
    if "title" not in names:
        raise ValidationError(_("Without {title}, all pages would have the same title."))


def template_for(templates: Templates, kind: str, language: str) -> str:
    """The most particular template: of this kind and language, of the kind, of the language, of all."""
    for key in ((kind, language), (kind, ""), ("", language), ("", "")):
        if key in templates:
            return templates[key]
    return DEFAULT


def fill(template: str, title: str, site: str, variables: Mapping[str, str]) -> str:
    """Return the whole title; one that names the site already says all by itself."""
    if site in title:
        return title
    values = dict.fromkeys(VARIABLES, "") | dict(variables) | {"title": "\0", "site": site}
    text = LOOSE.sub("", DOUBLED.sub(r"\g<first>", template.format_map(values)))
    # The title’s own dashes are none of the template’s.
    return " ".join(text.replace("\0", title).split())
