"""Choosing records that have drafts."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock


class PublishedChooserBlock(SnippetChooserBlock):
    """Wagtail lets a record be chosen that no reader can see; publishing the page complains of it."""

    def clean(self, value):
        result = super().clean(value)
        if result and not result.live and not self.is_deferred_validation:
            raise ValidationError(_("This is not published, so readers would see nothing here."))
        return result
