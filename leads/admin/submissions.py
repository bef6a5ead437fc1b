"""What was sent by a form: listed, filtered, exported, with the campaign that it came from."""

import django_filters
from django.db.models import TextChoices
from django.forms import Media
from django.templatetags.static import static
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.views import SubmissionsListFilterSet, SubmissionsListView

from core.exports import FormulaSafeExport
from leads.models import Submission, SubmittedFile
from leads.models.form_page import readable

# Letters that stand side by side in a column.
LONGEST_LINE = 60


class State(TextChoices):
    CONFIRMED = "confirmed", _("Sent by a person")
    UNCONFIRMED = "unconfirmed", _("Perhaps a robot’s, not confirmed")


class FormSubmissionsFilterSet(SubmissionsListFilterSet):
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=State.choices, method="filter_state", empty_label=_("All")
    )
    utm_campaign = django_filters.CharFilter(label=_("Campaign"), lookup_expr="icontains")
    utm_source = django_filters.CharFilter(label=_("Campaign source"), lookup_expr="icontains")
    words = django_filters.CharFilter(
        label=_("Answers contain"), field_name="form_data", method="filter_words"
    )

    class Meta:
        model = Submission
        fields = []

    def filter_state(self, submissions, name, value):
        return submissions.filter(confirmed_at__isnull=value == State.UNCONFIRMED)

    def filter_words(self, submissions, name, value):
        return submissions.filter(form_data__icontains=value)


class FormSubmissionsView(FormulaSafeExport, SubmissionsListView):
    filterset_class = FormSubmissionsFilterSet
    results_template_name = "leads/admin/submissions_results.html"

    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("files")

    def to_row_dict(self, item):
        return {name: shown(value) for name, value in super().to_row_dict(item).items()}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        names = [heading["name"] for heading in context.get("data_headings", ())]
        rows = zip(context.get("data_rows", ()), context["submissions"], strict=False)
        for row, submission in rows:
            links = {file.field: link_to(file) for file in submission.files.all()}
            cells = zip(names, row["fields"], strict=True)
            row["fields"] = [links.get(name) or cell(value) for name, value in cells]
        context["media"] += Media(css={"all": [static("css/admin/submissions.css")]})
        return context


def link_to(file: SubmittedFile) -> str:
    return format_html('<a href="{}">{}</a>', reverse("submitted_file", args=[file.pk]), file.name)


def cell(value):
    """An answer in its column: a long one has room of its own, so that its row stays a row."""
    text = shown(value)
    if isinstance(text, str) and len(text) > LONGEST_LINE:
        return format_html('<div class="submission-text" tabindex="0">{}</div>', text)
    return text


def shown(value):
    """An answer as a person reads it."""
    if hasattr(value, "tzinfo"):
        return date_format(localtime(value), "SHORT_DATETIME_FORMAT")
    if value is None:
        return ""
    return readable(value) if isinstance(value, (bool, list)) else value
