"""Who fills in a form in a browser has a ticket: signed, dated, good for one message, fetched on an uncached step."""

import secrets
import time

from django.conf import settings
from django.core import signing

SALT = "leads.ticket"
# Nobody takes longer to fill in a form; nobody does it in less than FORM_SECONDS.
MOST_SECONDS = 24 * 3600


def new_ticket() -> str:
    return signing.dumps([secrets.token_hex(16), int(time.time())], salt=SALT, compress=False)


def number_of(ticket: str) -> str:
    """Return the number of a ticket that is ours and neither too young nor too old, else an empty string."""
    try:
        number, made_at = signing.loads(ticket, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return ""
    return number if settings.FORM_SECONDS <= time.time() - made_at <= MOST_SECONDS else ""
