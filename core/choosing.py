"""Choosing records of the language that one writes in: another’s would be shown in its words."""

from django import forms
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)


class OwnLanguage:
    """Wagtail’s script names the language of what is being edited, and offers those of others beside it."""

    @property
    def language(self) -> str:
        return self.request.GET.get("locale", "") if self.i18n_enabled else ""

    def get_filter_form(self):
        form = super().get_filter_form()
        if self.language and "locale" in form.fields:
            attrs = {"data-chooser-modal-search-filter": True}
            form.fields["locale"].widget = forms.HiddenInput(attrs=attrs)
        return form

    @property
    def columns(self):
        # One language needs no column that names it.
        return [
            column
            for column in super().columns
            if not (self.language and isinstance(column, LocaleColumn))
        ]


class OwnLanguageChooseView(OwnLanguage, ChooseView):
    pass


class OwnLanguageChooseResultsView(OwnLanguage, ChooseResultsView):
    pass


class OwnLanguageChooserViewSet(SnippetChooserViewSet):
    """For snippets in several languages; `locale` is kept along the way, for whoever makes a record here."""

    choose_view_class = OwnLanguageChooseView
    choose_results_view_class = OwnLanguageChooseResultsView
    preserve_url_parameters = ["multiple", "locale"]
