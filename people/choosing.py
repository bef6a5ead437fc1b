"""Choosing people, and adding one who is not there yet without leaving the page that names them."""

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import string_to_ascii
from wagtail.log_actions import log
from wagtail.models import Locale
from wagtail.snippets.views.chooser import SnippetCreateView

from core.choosing import (
    OwnLanguageChooseResultsView,
    OwnLanguageChooserViewSet,
    OwnLanguageChooseView,
)
from people.models import Person


class NewPersonForm(forms.ModelForm):
    """What a byline or a quote needs; photo and biography wait for the person’s record."""

    class Meta:
        model = Person
        fields = ["name", "role", "organisation"]

    def __init__(self, *args, language="", **kwargs):
        super().__init__(*args, **kwargs)
        locale = Locale.objects.filter(language_code=language).first()
        self.instance.locale = locale or Locale.get_default()

    def clean_name(self):
        name = self.cleaned_data["name"]
        address = slugify(string_to_ascii(name))
        if not address:
            raise forms.ValidationError(_("Write a name with letters: it becomes an address."))
        self.instance.slug = free_slug(address, self.instance.locale)
        return name


def free_slug(wanted: str, locale: Locale) -> str:
    taken = set(Person.objects.filter(locale=locale).values_list("slug", flat=True))
    number, slug = 1, wanted[:110]
    while slug in taken:
        number += 1
        slug = f"{wanted[:110]}-{number}"
    return slug


class MakesPeople:
    def get_creation_form_kwargs(self):
        language = self.request.GET.get("locale", "")
        return super().get_creation_form_kwargs() | {"language": language}


class PersonChooseView(MakesPeople, OwnLanguageChooseView):
    pass


class PersonChooseResultsView(MakesPeople, OwnLanguageChooseResultsView):
    pass


class PersonCreateView(MakesPeople, SnippetCreateView):
    def save_form(self, form):
        """Make a record as the people’s own form does: with a history, and public if its maker may publish."""
        person, user = form.instance, self.request.user
        person.live = False
        person.save()
        revision = person.save_revision(user=user)
        log(person, "wagtail.create", user=user, revision=revision, content_changed=True)
        if user.has_perm("people.publish_person"):
            revision.publish(user=user)
            person.refresh_from_db()
        return person


class PersonChooserViewSet(OwnLanguageChooserViewSet):
    choose_view_class = PersonChooseView
    choose_results_view_class = PersonChooseResultsView
    create_view_class = PersonCreateView
    creation_form_class = NewPersonForm
    creation_tab_label = _("New person")
    create_action_label = _("Add and choose")
