"""Who has subscribed to the newsletter, for whichever program sends it: with the proof and the way to leave."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from core.exports import FormulaSafeExport
from leads.models import Subscription, SubscriptionEvent
from leads.models.subscription import EventKind
from leads.newsletter.tokens import leave_url

SUBSCRIPTIONS = "leads.view_subscription"


class SubscriptionsFilterSet(WagtailFilterSet):
    requested_at = django_filters.DateFromToRangeFilter(
        label=_("Requested"), widget=DateRangePickerWidget
    )

    class Meta:
        model = Subscription
        fields = ["status", "locale", "requested_at"]


class SubscriptionsView(FormulaSafeExport, ReportView):
    model = Subscription
    page_title = _("Newsletter")
    header_icon = "mail"
    filterset_class = SubscriptionsFilterSet
    is_searchable, search_fields = True, ["email"]
    default_ordering = "-requested_at"
    index_url_name, index_results_url_name = "subscriptions", "subscriptions_results"
    export_filename = "newsletter"
    columns = [
        Column("email", label=_("E-mail address"), sort_key="email"),
        Column("locale", label=_("Language"), sort_key="locale"),
        Column("status", label=_("Status"), sort_key="status", accessor="get_status_display"),
        DateColumn("requested_at", label=_("Requested"), sort_key="requested_at"),
        DateColumn("confirmed_at", label=_("Confirmed"), sort_key="confirmed_at"),
        DateColumn("left_at", label=_("Unsubscribed"), sort_key="left_at"),
    ]
    list_export = [
        "email",
        "locale.language_code",
        "status",
        "requested_at",
        "confirmed_at",
        "left_at",
        "wording",
        "leave_url",
    ]
    export_headings = {
        "locale.language_code": _("Language"),
        "wording": _("What subscribers agree to"),
        "leave_url": _("Unsubscribe"),
    }

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(SUBSCRIPTIONS):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        asked = SubscriptionEvent.objects.filter(
            subscription=OuterRef("pk"), kind=EventKind.REQUESTED
        )
        wording = Subquery(asked.order_by("-at").values("wording")[:1])
        return Subscription.objects.select_related("locale").annotate(wording=wording)

    def to_row_dict(self, item):
        item.leave_url = leave_url(item)
        return super().to_row_dict(item)
