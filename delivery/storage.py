"""Static files with hashed names, the stylesheet's imports joined into one small file first."""

import re

from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEET = "css/site.css"
IMPORT = re.compile(r'@import\s+url\("(?P<name>[^"]+)"\);\n?')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Around these, space says nothing; elsewhere it may divide two selectors.
SPACE = re.compile(r"\s*([{};,])\s*")


class FlattenedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Imports would cost a browser one round trip each before the first paint."""

    def post_process(self, paths, dry_run=False, **options):
        if STYLESHEET in paths and not dry_run:
            flattened = SPACE.sub(r"\1", COMMENT.sub("", self.flatten(STYLESHEET)))
            StaticFilesStorage.delete(self, STYLESHEET)
            StaticFilesStorage._save(self, STYLESHEET, ContentFile(flattened.encode()))
            paths = paths | {STYLESHEET: (self, STYLESHEET)}
        yield from super().post_process(paths, dry_run, **options)

    def flatten(self, name: str) -> str:
        folder = name.rpartition("/")[0]
        with self.open(name) as stylesheet:
            text = stylesheet.read().decode()
        return IMPORT.sub(lambda match: self.flatten(f"{folder}/{match['name']}"), text)
