"""What the site has mailed and posted, what waits, what has failed: and a way to try once more."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import TextChoices
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn
from wagtail.admin.views.reports import ReportView

from leads.models import Delivery

DELIVERIES, TRY_AGAIN = "leads.view_delivery", "leads.change_delivery"


class State(TextChoices):
    WAITING = "waiting", _("Waiting")
    DONE = "done", _("Delivered")
    GIVEN_UP = "given_up", _("Given up")


class DeliveriesFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=State.choices, method="filter_state", empty_label=_("All")
    )

    class Meta:
        model = Delivery
        fields = ["kind"]

    def filter_state(self, deliveries, name, value):
        if value == State.WAITING:
            return deliveries.waiting()
        return deliveries.filter(**{f"{value}_at__isnull": False})


class StateColumn(Column):
    cell_template_name = "leads/admin/delivery_state.html"

    def render_cell_html(self, instance, parent_context):
        context = self.get_cell_context_data(instance, parent_context)
        # With the request, for its button is sent with a token and shown to some only.
        return self.cell_template.render(context, request=context["request"])


class DeliveriesView(ReportView):
    model = Delivery
    page_title = _("Mails and webhooks")
    header_icon = "upload"
    filterset_class = DeliveriesFilterSet
    default_ordering = "-created_at"
    index_url_name, index_results_url_name = "deliveries", "deliveries_results"
    columns = [
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        StateColumn("state", label=_("State")),
        Column("recipient", label=_("Recipient"), sort_key="recipient"),
        DateColumn("created_at", label=_("Written"), sort_key="created_at"),
        NumberColumn("attempts", label=_("Attempts"), sort_key="attempts"),
    ]

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(DELIVERIES):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return Delivery.objects.all()


@require_POST
def try_again(request, pk):
    """Make a delivery due at once, also one that was given up; what is done stays done."""
    if not request.user.has_perm(TRY_AGAIN):
        raise PermissionDenied
    delivery = get_object_or_404(Delivery, pk=pk)
    waiting = Delivery.objects.filter(pk=delivery.pk, done_at__isnull=True)
    if waiting.update(given_up_at=None, due_at=timezone.now(), attempts=0):
        messages.success(request, gettext("It is tried again at once."))
    return redirect("deliveries")
