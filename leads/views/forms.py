"""The addresses that forms are sent to: never cached, without a cookie, and a redirect after each success."""

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from core.models import SitePage
from core.models.page_queries import translation_key_of
from delivery.limits import asked, seconds_left
from delivery.same_origin import is_same_origin
from leads.campaign import campaign_of, hidden_fields
from leads.models import FormPage, Submission
from leads.receiving import TICKET, confirm, receive
from leads.tickets import new_ticket
from leads.views.answers import see_other, unlisted

WINDOW = 600
CONFIRM_SALT = "leads.confirm"
MINUTE = 60


@require_safe
@never_cache
def ticket(request) -> HttpResponse:
    """Give a ticket to the script of a form on a page of this site."""
    if is_same_origin(request) is False:
        return HttpResponse(status=403)
    return JsonResponse({"ticket": new_ticket()})


# A cached page holds no token: the browser itself says where the form was (`delivery.same_origin`).
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def submit(request, pk: int) -> HttpResponse:
    page = open_form(request, pk)
    if request.method != "POST":
        return redirect(page.get_url(request))
    form = page.get_form(request.POST, request.FILES, page=page)
    if is_same_origin(request) is False:
        problem = _("This came from another site. If it is yours, please send it from here.")
        return again(request, page, form, problem, status=403)
    if not form.is_valid():
        return again(request, page, form, status=422)
    if settings.FORM_LIMIT and asked(f"form-{pk}", request, WINDOW) > settings.FORM_LIMIT:
        return too_many(request, page, form)
    submission = receive(page, form, request)
    if submission.confirmed_at:
        return see_other(thanks_url(page, request))
    signed = signing.dumps(submission.pk, salt=CONFIRM_SALT)
    return see_other(reverse("form_confirm", args=[page.pk, signed]))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def confirm_submission(request, pk: int, signed: str) -> HttpResponse:
    """One more click, for what might have come from a robot: also the way without JavaScript."""
    page = open_form(request, pk)
    try:
        key = signing.loads(signed, salt=CONFIRM_SALT)
    except signing.BadSignature as error:
        raise Http404 from error
    submission = Submission.objects.filter(pk=key, page=page).first()
    if submission is None:
        raise Http404
    if submission.confirmed_at or (
        request.method == "POST" and is_same_origin(request) is not False
    ):
        confirm(submission)
        return see_other(thanks_url(page, request))
    return render(request, "leads/confirm.html", unlisted(page.title, request) | {"page": page})


@require_safe
@never_cache
def thanks(request, pk: int) -> HttpResponse:
    page = open_form(request, pk)
    return render(request, "leads/thanks.html", unlisted(page.title, request) | {"page": page})


def open_form(request, pk: int) -> FormPage:
    """Return the form page if this visitor may read it, in the language of the address; else 404."""
    here = {"pk": pk, "locale__language_code": get_language()}
    page = FormPage.objects.live().with_own_words().filter(**here).select_related("locale").first()
    expired = page and page.expire_at and page.expire_at <= timezone.now()
    if page is None or expired or not may_read(page, request):
        raise Http404
    return page


def may_read(page: SitePage, request) -> bool:
    return all(closed.accept_request(request) for closed in page.get_view_restrictions())


def thanks_url(page: FormPage, request) -> str:
    """The page that the editor chose, in the language of the form; without a public one, the message."""
    if page.thank_you_page_id:
        chosen = {"translation_key": translation_key_of(page.thank_you_page_id)}
        public = SitePage.objects.published().filter(**chosen)
        if there := public.filter(locale=page.locale).first() or public.first():
            return there.get_url(request)
    return reverse("form_thanks", args=[page.pk])


def again(request, page: FormPage, form, problem: str = "", *, status: int) -> HttpResponse:
    """Show the form with all that was typed and what is wrong with it."""
    context = page.get_context(request) | unlisted(page.title, request)
    # A ticket that is still good goes on being so; where it came from is carried on.
    carried = [(TICKET, request.POST.get(TICKET, "")[:200]), *hidden_fields(campaign_of(request))]
    context |= {"form": form, "problem": problem, "carried": carried}
    return render(request, page.get_template(request), context, status=status)


def too_many(request, page: FormPage, form) -> HttpResponse:
    seconds = seconds_left(WINDOW)
    minutes = -(-seconds // MINUTE)
    problem = ngettext(
        "Many messages have come from your address. What you wrote is still here: send it in a minute.",
        "Many messages have come from your address. What you wrote is still here: send it in %(count)s minutes.",
        minutes,
    ) % {"count": minutes}
    response = again(request, page, form, problem, status=429)
    response["Retry-After"] = str(seconds)
    return response
