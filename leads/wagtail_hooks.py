"""Submissions, subscriptions and deliveries in the admin: who sees them, and where they stand."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.work import Job
from leads.admin.deliveries import DELIVERIES, DeliveriesView, try_again
from leads.admin.files import submitted_file
from leads.admin.subscriptions import SUBSCRIPTIONS, SubscriptionsView
from leads.outbox.sending import send_due
from leads.retention import delete_overdue

SUBMISSIONS = "leads.view_submission"


@hooks.register("jobs")
def send_and_forget():
    return [Job("send", 0, send_due), Job("delete", 3600, delete_overdue)]


@hooks.register("filter_form_submissions_for_user")
def only_who_may_read_them(user, forms):
    """Wagtail asks who may edit the page: the roles say who may read what strangers have written."""
    return forms if user.has_perm(SUBMISSIONS) else forms.none()


@hooks.register("register_admin_urls")
def register_leads():
    return [
        path("forms/files/<int:pk>/", submitted_file, name="submitted_file"),
        path("reports/newsletter/", SubscriptionsView.as_view(), name="subscriptions"),
        path(
            "reports/newsletter/results/",
            SubscriptionsView.as_view(results_only=True),
            name="subscriptions_results",
        ),
        path("reports/deliveries/", DeliveriesView.as_view(), name="deliveries"),
        path(
            "reports/deliveries/results/",
            DeliveriesView.as_view(results_only=True),
            name="deliveries_results",
        ),
        path("reports/deliveries/<uuid:pk>/again/", try_again, name="delivery_again"),
    ]


class PermittedMenuItem(MenuItem):
    def __init__(self, *arguments, permission: str, **options):
        super().__init__(*arguments, **options)
        self.permission = permission

    def is_shown(self, request):
        return request.user.has_perm(self.permission)


@hooks.register("register_reports_menu_item")
def offer_subscriptions():
    return PermittedMenuItem(
        _("Newsletter"),
        reverse("subscriptions"),
        name="newsletter",
        icon_name="mail",
        order=1400,
        permission=SUBSCRIPTIONS,
    )


@hooks.register("register_reports_menu_item")
def offer_deliveries():
    return PermittedMenuItem(
        _("Mails and webhooks"),
        reverse("deliveries"),
        name="deliveries",
        icon_name="upload",
        order=1410,
        permission=DELIVERIES,
    )
