"""Static files with hashed names, the imports of a stylesheet joined into one small file first."""

import re

from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEETS = ("css/site.css", "css/landing.css", "css/leads.css", "css/notices.css")
IMPORT = re.compile(r'@import\s+url\("(?P<name>[^"]+)"\);\n?')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Around these, space says nothing; elsewhere it may divide two selectors.
SPACE = re.compile(r"\s*([{};,])\s*")


class FlattenedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Imports would cost a browser one round trip each before the first paint."""

    def post_process(self, paths, dry_run=False, **options):
        for name in STYLESHEETS if not dry_run else ():
            if name in paths:
                joined = ContentFile(self.joined(name).encode())
                StaticFilesStorage.delete(self, name)
                StaticFilesStorage._save(self, name, joined)
                paths = paths | {name: (self, name)}
        yield from super().post_process(paths, dry_run, **options)

    def joined(self, name: str) -> str:
        """Return a stylesheet with all that it imports, without remarks and spare space."""
        return SPACE.sub(r"\1", COMMENT.sub("", self.flatten(name)))

    def flatten(self, name: str) -> str:
        folder = name.rpartition("/")[0]
        with self.open(name) as stylesheet:
            text = stylesheet.read().decode()
        return IMPORT.sub(lambda match: self.flatten(f"{folder}/{match['name']}"), text)
