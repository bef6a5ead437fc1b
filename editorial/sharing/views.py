"""The page of the admin where links to a draft are made, counted and revoked."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page
from wagtail.log_actions import log
from wagtail.models import Page

from core.roles import may_write
from editorial.models import DraftLink

SHARED, REVOKED = "editorial.share_draft", "editorial.revoke_draft_link"
DAYS = (1, 3, 7, 14, 30, 90)
DEFAULT_DAYS = 14
MOST_SHOWN = 50


def may_share(user, page: Page) -> bool:
    # What stands in for a page that is not translated yet has no draft of its own.
    return not page.alias_of_id and may_write(user) and page.permissions_for_user(user).can_edit()


def page_to_share(request, pk: int) -> Page:
    page = get_object_or_404(Page, pk=pk, depth__gt=1)
    if not may_share(request.user, page):
        raise PermissionDenied
    return page.specific


def address_of(page: Page, token: str) -> str:
    """Return the absolute address of a link, in the language of the page."""
    with translation.override(page.locale.language_code):
        return page.get_site().root_url + reverse("draft", args=[token])


class DraftLinkForm(forms.Form):
    note = forms.CharField(
        label=gettext_lazy("For whom"),
        max_length=DraftLink._meta.get_field("note").max_length,
        required=False,
        help_text=gettext_lazy("Only colleagues read this, such as “Legal, for the last check”."),
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("Open for"),
        choices=[(days, ngettext_lazy("%d day", "%d days", days) % days) for days in DAYS],
        initial=DEFAULT_DAYS,
        coerce=int,
    )


class DraftLinksView(WagtailAdminTemplateMixin, FormView):
    form_class = DraftLinkForm
    template_name = "editorial/draft_links.html"
    page_title = gettext_lazy("Share the draft")
    header_icon = "link"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.object = page_to_share(request, kwargs["page_id"])

    def form_valid(self, form):
        link, token = DraftLink.objects.make(
            self.object, self.request.user, form.cleaned_data["days"], form.cleaned_data["note"]
        )
        data = {"note": link.note, "until": link.expires_at.isoformat()}
        log(self.object, SHARED, user=self.request.user, data=data)
        # No redirect: what is shown once is kept nowhere.
        fresh = self.form_class()
        context = self.get_context_data(
            form=fresh, made=link, address=address_of(self.object, token)
        )
        response = self.render_to_response(context)
        add_never_cache_headers(response)
        return response

    def get_page_subtitle(self):
        return self.object.get_admin_display_title()

    def get_breadcrumbs_items(self):
        here = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*get_breadcrumbs_items_for_page(self.object, self.request.user), here]

    def get_context_data(self, **kwargs):
        links = self.object.draft_links.select_related("created_by")[:MOST_SHOWN]
        return super().get_context_data(**kwargs) | {"page": self.object, "links": links}


@require_POST
def revoke(request, page_id: int, pk: int):
    page = page_to_share(request, page_id)
    link = get_object_or_404(page.draft_links, pk=pk)
    if DraftLink.objects.filter(pk=link.pk).revoke():
        log(page, REVOKED, user=request.user, data={"note": link.note})
        messages.success(request, _("Revoked: whoever opens this link finds nothing any more."))
    return redirect("draft_links", page.pk)
