"""The addresses of the newsletter. The same answer for everyone: who is on the list is nobody's business."""

from django.conf import settings
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from delivery.limits import asked, seconds_left
from delivery.same_origin import is_same_origin
from leads.campaign import campaign_of
from leads.forms.newsletter import SignUpForm
from leads.newsletter.joining import confirm_subscription, leave, request_subscription
from leads.newsletter.tokens import CONFIRM, LEAVE, subscription_of
from leads.receiving import HONEYPOT, TICKET
from leads.tickets import number_of
from leads.views.answers import see_other, unlisted
from leads.views.forms import WINDOW

# What a person says who has no script: the same address once more, signed, good for an hour.
STEP, STEP_SECONDS = "form-step", 3600
STEP_SALT = "leads.newsletter.step"


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def sign_up(request) -> HttpResponse:
    if request.method != "POST":
        return show(request, SignUpForm())
    form = SignUpForm(request.POST)
    if is_same_origin(request) is False:
        problem = _("This came from another site. If it is yours, please send it from here.")
        return show(request, form, problem, status=403)
    if not form.is_valid():
        return show(request, form, status=422)
    if settings.FORM_LIMIT and asked("newsletter", request, WINDOW) > settings.FORM_LIMIT:
        problem = _("Many requests have come from your address. Please try again in some minutes.")
        response = show(request, form, problem, status=429)
        response["Retry-After"] = str(seconds_left(WINDOW))
        return response
    email = form.cleaned_data["email"].lower()
    if not seems_human(request, email):
        return one_more_click(request, form, email)
    wording, address = form.cleaned_data["wording"], campaign_of(request)["address"]
    request_subscription(email, get_language(), wording, address)
    return see_other(reverse("newsletter_sent"))


def seems_human(request, email: str) -> bool:
    """By a ticket, as with any form; or by the step that is asked for without one."""
    ticket = number_of(request.POST.get(TICKET, ""))
    if ticket and is_same_origin(request) is True and not request.POST.get(HONEYPOT):
        return True
    step = request.POST.get(STEP, "")
    try:
        return signing.loads(step, salt=STEP_SALT, max_age=STEP_SECONDS) == email
    except signing.BadSignature:
        return False


def one_more_click(request, form: SignUpForm, email: str) -> HttpResponse:
    context = unlisted(_("Newsletter"), request) | {
        "form": form,
        "email": email,
        "step": signing.dumps(email, salt=STEP_SALT),
    }
    return render(request, "leads/newsletter/step.html", context)


def show(request, form: SignUpForm, problem: str = "", *, status: int = 200) -> HttpResponse:
    context = unlisted(_("Newsletter"), request) | {"form": form, "problem": problem}
    return render(request, "leads/newsletter/sign_up.html", context, status=status)


@require_safe
@never_cache
def sent(request) -> HttpResponse:
    return answer(request, "sent", _("Look into your mail"))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def confirm(request, signed: str) -> HttpResponse:
    """A click on a button, because programs that check mails open every link in them."""
    subscription = subscription_of(signed, CONFIRM)
    if subscription is None:
        return answer(request, "expired", _("This link is no longer good"), status=410)
    if request.method == "POST":
        confirm_subscription(subscription)
        return see_other(reverse("newsletter_done"))
    return answer(request, "confirm", _("One more click"), subscription)


@require_safe
@never_cache
def done(request) -> HttpResponse:
    return answer(request, "done", _("You are on the list"))


# Mail programs post here by themselves (RFC 8058): the link is all the proof that there is.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def unsubscribe(request, signed: str) -> HttpResponse:
    subscription = subscription_of(signed, LEAVE)
    if request.method == "POST" and subscription:
        leave(subscription)
    if request.method == "POST" or subscription is None:
        # Also for a link of somebody whose data is deleted: they get nothing either.
        return answer(request, "left", _("You get no more letters"))
    return answer(request, "leave", _("Unsubscribe"), subscription)


def answer(request, name: str, title: str, subscription=None, *, status: int = 200):
    context = unlisted(title, request) | {"title": title, "subscription": subscription}
    return render(request, f"leads/newsletter/{name}.html", context, status=status)
