"""The form for pictures: what is stored can be decoded to its last byte, and runs nothing."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from core.drawings import sanitised
from core.roles import may_write

# What those who cannot see, and machines, are told of a picture.
PICTURE_METADATA = frozenset({"description"})
UNDECODABLE = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


class PictureField(WagtailImageField):
    """Wagtail reads a file's head; one that was cut short on its way fails later, in a reader's request."""

    def to_python(self, data):
        if Path(getattr(data, "name", "") or "").suffix.lower() == ".svg":
            return self.drawing(data)
        try:
            file = super().to_python(data)
            if file:
                with Image.open(file) as picture:
                    picture.load()
                file.seek(0)
        except (UnidentifiedImageError, *UNDECODABLE) as error:
            raise ValidationError(
                _("This picture is damaged or incomplete. Save it again and upload it anew.")
            ) from error
        return file

    def drawing(self, data):
        """Take a drawing without whatever in it could act, or refuse it; the original is not kept."""
        self.check_image_file_size(data)
        clean = sanitised(data.read())
        return super().to_python(SimpleUploadedFile(data.name, clean, "image/svg+xml"))


class SiteImageForm(BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        user = kwargs.get("user")
        if user and not may_write(user):
            for name in set(self.fields) - PICTURE_METADATA:
                del self.fields[name]
        # Declared on the class, the field would come back in the forms that leave it out on purpose.
        if file := self.fields.get("file"):
            self.fields["file"] = PictureField(
                label=file.label, required=file.required, widget=file.widget
            )
