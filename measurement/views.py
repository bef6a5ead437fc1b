"""What a page says of itself once somebody reads it."""

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from delivery.after import after
from measurement.recording import record_view
from measurement.visits import campaign_of, is_counted, referrer_of

LONGEST_NUMBER = 9


# A beacon carries no token, and all that it can change is a count.
@csrf_exempt
@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    words = request.POST
    number = words.get("page", "")
    if not (number.isascii() and number.isdecimal() and len(number) <= LONGEST_NUMBER):
        return HttpResponseBadRequest()
    response = HttpResponse(status=204)
    if is_counted(request):
        page, referrer, campaign = int(number), referrer_of(words), campaign_of(words)
        after(response, lambda: record_view(page, referrer, campaign))
    return response
