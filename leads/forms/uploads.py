"""Files from strangers: few kinds, bounded, judged by what is in them and kept where no address leads."""

from pathlib import Path, PurePath

import filetype
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.template.defaultfilters import filesizeformat
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _

# Ending -> media type that its first bytes must show.
KINDS = {
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "pdf": "application/pdf",
    "png": "image/png",
    "webp": "image/webp",
}
LONGEST_NAME = 120


@deconstructible(path="leads.forms.uploads.PrivateStorage")
class PrivateStorage(FileSystemStorage):
    """A folder beside the public uploads; its files leave only by a view that asks who is there."""

    @property
    def base_location(self):
        return settings.PRIVATE_ROOT

    @property
    def location(self):
        return str(Path(self.base_location).resolve())

    def url(self, name):
        raise ValueError("These files have no address.")


class CheckedFileField(forms.FileField):
    def __init__(self, **options):
        accept = ",".join(f".{ending}" for ending in KINDS)
        options.setdefault("widget", forms.FileInput(attrs={"accept": accept}))
        super().__init__(max_length=LONGEST_NAME, **options)

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if file:
            check(file)
        return file


def check(file) -> None:
    """Refuse what is too large, of another kind, or not of the kind that its name says."""
    if not settings.FORM_UPLOADS:
        raise ValidationError(_("Files are not accepted here."))
    if file.size > settings.FORM_UPLOAD_SIZE:
        most = filesizeformat(settings.FORM_UPLOAD_SIZE)
        raise ValidationError(_("This file is too large: %(most)s at most.") % {"most": most})
    ending = PurePath(file.name).suffix.lower().lstrip(".")
    if ending not in KINDS:
        raise ValidationError(
            _("This kind of file is not accepted. Send one of: %(kinds)s.")
            % {"kinds": ", ".join(KINDS)}
        )
    if media_type(file) != KINDS[ending]:
        raise ValidationError(
            _("What is in this file is not what its name says. Save it again and choose it anew.")
        )


def media_type(file) -> str:
    """Return what the file is by its first bytes; empty for what is none of the known kinds."""
    file.seek(0)
    found = filetype.guess(file.read(512))
    file.seek(0)
    return found.mime if found else ""
