"""The demo's text, read from the TOML files beside this module."""

import tomllib
from functools import cache
from pathlib import Path
from uuid import UUID, uuid5

from django.conf import settings

CONTENT = Path(__file__).resolve().parent / "content"
LANGUAGES = ("en", "it")
PAGES = ("about", "contact", "newsletter", "privacy")
FORMS = ("enquiry",)
LANDING_PAGES = ("machines",)
NAMESPACE = UUID("7a1c1f6e-6a0e-4d0a-9a64-0a5b5f0d7c11")


def languages() -> list[str]:
    """Return those languages of the demo that the site has."""
    return [code for code, _name in settings.LANGUAGES if code in LANGUAGES]


def key_of(kind: str, name: str) -> UUID:
    """Return the translation key of a demo record: the same at every load, so loading can be repeated."""
    return uuid5(NAMESPACE, f"{kind}:{name}")


@cache
def read(name: str) -> dict:
    with (CONTENT / name).open("rb") as file:
        return tomllib.load(file)


def people() -> list[dict]:
    return read("people.toml")["person"]


def categories() -> list[dict]:
    return read("categories.toml")["category"]


def series() -> list[dict]:
    return read("series.toml")["series"]


def place_in_series(original: str) -> tuple[str, int] | None:
    """Return the key of the series that the post belongs to, and which part it is, from 1."""
    for entry in series():
        if original in entry["posts"]:
            return entry["key"], entry["posts"].index(original) + 1
    return None


def pages(language: str) -> dict:
    return read(f"{language}/pages.toml")


def landing_page(name: str, language: str) -> dict:
    return read(f"{language}/{name}.toml")


def testimonials() -> list[dict]:
    return read("shared.toml")["testimonial"]


def patterns() -> list[dict]:
    return read("patterns.toml")["pattern"]


def sections() -> list[dict]:
    return read("shared.toml")["section"]


def posts(language: str) -> list[dict]:
    """Return the posts of a language, oldest first, each with its slug and that of its English original."""
    found = []
    for path in (CONTENT / language / "posts").glob("*.toml"):
        post = read(f"{language}/posts/{path.name}") | {"slug": path.stem}
        found.append({"translation_of": path.stem} | post)
    return sorted(found, key=lambda post: post["published_on"])


def original(slug: str, language: str) -> str:
    """Return the slug of the English original of a post."""
    return next(post["translation_of"] for post in posts(language) if post["slug"] == slug)
