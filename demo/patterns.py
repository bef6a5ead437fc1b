"""Patterns for posts: with the example company, and by themselves on a site that is to stay empty."""

from blog.models import PostPattern
from demo import source
from demo.records import Records


def load_patterns(records: Records, language: str, *, missing_only: bool = False) -> None:
    """Add the patterns of a language, or set them back to what the files say."""
    for entry in source.patterns():
        pattern = records.find(PostPattern, "pattern", entry["key"], language)
        if pattern.pk and missing_only:
            continue
        text = entry[language]
        pattern.name, pattern.description = text["name"], text["description"]
        pattern.body = [(block["type"], block["value"]) for block in text["body"]]
        pattern.save()
        pattern.save_revision(clean=False)


def add_missing_patterns() -> None:
    records = Records()
    for language in source.languages():
        load_patterns(records, language, missing_only=True)
