"""Images and documents: models of our own from the start, for neither can be swapped later."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image
from wagtail.images.utils import to_svg_safe_spec


class SiteImage(AbstractImage):
    credit = models.CharField(
        _("credit"),
        max_length=120,
        blank=True,
        help_text=_("Who made the picture. Readers see it under the picture."),
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self) -> str:
        # Stock Wagtail falls back to the title, which is a file name: worse for a listener than silence.
        return self.description

    def clean_filter_for_svg(self, filter):
        """A drawing stays one at any size, whatever formats a template names: it looks the same in all of them."""
        if self.is_svg():
            return Filter(spec=to_svg_safe_spec(filter.spec))
        return super().clean_filter_for_svg(filter)

    def get_renditions(self, *filters):
        """Leave out what would be the same picture twice: a small upload is not enlarged for a larger size."""
        distinct = {}
        for spec, rendition in super().get_renditions(*filters).items():
            file_format = rendition.file.name.rpartition(".")[2]
            distinct.setdefault((file_format, rendition.width, rendition.height), (spec, rendition))
        return dict(distinct.values())


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
            )
        ]


class SiteDocument(AbstractDocument):
    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
