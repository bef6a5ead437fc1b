"""A page with a form that an editor builds, and what becomes of what is sent."""

from http import HTTPMethod

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.forms.forms import WagtailAdminFormPageForm
from wagtail.contrib.forms.models import FormMixin, validate_to_address
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.blocks.body import BodyStreamBlock
from core.models import SitePage
from core.models.pages import SitePageForm
from leads.forms.builder import SiteFormBuilder
from leads.models.fields import FieldType

YEAR = 365


class FormPageForm(WagtailAdminFormPageForm, SitePageForm):
    """Both bases check something: that no two questions share a name, that no address is taken."""


class FormPage(FormMixin, SitePage):
    lead = RichTextField(
        _("lead"),
        blank=True,
        max_length=600,
        editor="inline",
        help_text=_("One to three sentences under the title: what happens with what is sent."),
    )
    body = StreamField(
        BodyStreamBlock(),
        blank=True,
        verbose_name=_("body"),
        help_text=_("Below the form. A form shown on another page leaves this and the lead out."),
    )
    submit_label = models.CharField(
        _("button"), max_length=40, blank=True, help_text=_("Left empty: Send.")
    )
    thank_you_page = models.ForeignKey(
        Page,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("thank-you page"),
        help_text=_("Where senders go next. Left empty, they read the message below."),
    )
    thank_you_message = RichTextField(_("thank-you message"), blank=True, editor="inline")
    notified = models.CharField(
        _("notify"),
        max_length=255,
        blank=True,
        validators=[validate_to_address],
        help_text=_("E-mail addresses of the team, with commas between. Each gets every message."),
    )
    confirms = models.BooleanField(
        _("confirm by e-mail"),
        default=False,
        help_text=_("To the first e-mail address that the form asks for."),
    )
    confirmation = models.TextField(
        _("text of the confirmation"),
        blank=True,
        max_length=3000,
        help_text=_("What was sent is not repeated: a stranger could have it mailed to anyone."),
    )
    retention_days = models.PositiveIntegerField(
        _("days to keep what is sent"),
        default=YEAR,
        validators=[MinValueValidator(1), MaxValueValidator(10 * YEAR)],
        help_text=_("After that it is deleted. No longer than you need it."),
    )

    content_panels = [
        FormSubmissionsPanel(heading=_("Messages received")),
        *SitePage.content_panels,
        "lead",
        InlinePanel("form_fields", label=_("Question"), heading=_("Questions")),
        "submit_label",
        MultiFieldPanel(
            [PageChooserPanel("thank_you_page"), "thank_you_message"], heading=_("Thank you")
        ),
        MultiFieldPanel(["notified", "confirms", "confirmation"], heading=_("E-mail")),
        FieldPanel("retention_days"),
        "body",
    ]
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
    ]
    base_form_class = FormPageForm
    form_builder = SiteFormBuilder
    landing_page_template = "leads/thanks.html"
    # What is sent goes to an address of its own, which is never cached.
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    override_translatable_fields = [SynchronizedField("notified")]
    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("form page")
        verbose_name_plural = _("form pages")

    @property
    def action(self) -> str:
        """Where the form is sent, in the language in which it answers."""
        with translation.override(self.locale.language_code):
            return reverse("form_submit", args=[self.pk or 0])

    def sender_of(self, submission) -> str:
        """The first e-mail address among the answers; empty if there is none."""
        asked = [f for f in self.get_form_fields() if f.field_type == FieldType.EMAIL]
        answers = (submission.form_data.get(field.clean_name) for field in asked)
        return next(filter(None, answers), "")

    def labelled(self, submission) -> list[tuple[str, str]]:
        """Question and answer, each as a person reads them; a question that is gone keeps its answer."""
        labels = {field.clean_name: field.label for field in self.get_form_fields()}
        return [
            (labels.get(name, name), readable(value))
            for name, value in submission.form_data.items()
            if value not in ("", None, [])
        ]

    def get_data_fields(self):
        told = ("utm_campaign", "utm_source", "utm_medium", "referrer", "address", "confirmed_at")
        fields = self.get_submission_class()._meta
        return [
            *super().get_data_fields(),
            *((name, capfirst(fields.get_field(name).verbose_name)) for name in told),
            ("consents", _("Consents, as they were worded")),
        ]

    def get_submission_class(self):
        return self._meta.apps.get_model("leads", "Submission")

    def get_submissions_list_view_class(self):
        # The admin’s view reads this model.
        from leads.admin.submissions import FormSubmissionsView  # noqa: PLC0415

        return FormSubmissionsView

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {"form": self.get_form(page=self)} | context

    def serve(self, request: HttpRequest, *args, **kwargs):
        # Not FormMixin’s, which would keep and mail within the request.
        return SitePage.serve(self, request, *args, **kwargs)

    def render_landing_page(self, request, form_submission=None, *args, **kwargs):
        return TemplateResponse(request, self.landing_page_template, self.get_context(request))


def readable(value) -> str:
    """An answer as a person reads it."""
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
