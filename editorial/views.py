"""wagtail-localize's views, where theirs would end in a fault or publish words of another language."""

from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.views.edit_translation import upload_pofile
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
)
from wagtail_localize.views.update_translations import UpdateTranslationsView

from editorial.publishing.telling import tell
from editorial.publishing.translations import what_would_stand_before

# Names the translation in the head of a file that was downloaded.
CATALOGUE_MARK = b"X-WagtailLocalize-TranslationID"


class SubmitOrExplain:
    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except (IntegrityError, ObjectDoesNotExist):
            # Refused by the database, or by the rules of the model; then the stock view looks for it in vain.
            message = _(
                "“%(title)s” could not be copied: its address in that language, or that of a person or category it "
                "names, is taken by a record that is no translation of it."
            )
            messages.error(self.request, message % {"title": self.object})
            return redirect(self.request.get_full_path())


class SubmitPage(SubmitOrExplain, SubmitPageTranslationView):
    pass


class SubmitSnippet(SubmitOrExplain, SubmitSnippetTranslationView):
    pass


@require_POST
def upload_catalogue(request, translation_id: int):
    """Refuse what is no catalogue of a translation; the stock view takes for granted that it is one."""
    file = request.FILES.get("file")
    if file and CATALOGUE_MARK in file.read():
        file.seek(0)
        return upload_pofile(request, translation_id)
    messages.error(request, _("Choose the PO file that was downloaded here."))
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


class UpdateTranslations(UpdateTranslationsView):
    """Publishes, if asked to, only those translations that are whole after the update."""

    def form_valid(self, form):
        publish = form.cleaned_data["publish_translations"]
        form.cleaned_data["publish_translations"] = False
        response = super().form_valid(form)
        for translation in self.object.translations.filter(enabled=True) if publish else ():
            if issues := what_would_stand_before(translation, self.request.user):
                tell(self.request, translation.get_target_instance(), issues)
            else:
                translation.save_target(user=self.request.user, publish=True)
        return response
