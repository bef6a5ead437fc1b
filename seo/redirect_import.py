"""Redirects from a table: rehearsed first, then all of them or none."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from seo.redirect_forms import StraightRedirectForm
from seo.tables import UnreadableTableError, table_of

MOST_ROWS = 5000
FROM, TO = {"from", "da", "old", "old_path"}, {"to", "a", "new", "link"}
Rows = list[tuple[int, str, str]]


@dataclass
class Rehearsal:
    """What an import would do; `problems` are line, old address, new address and what is wrong."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: list[tuple[int, str, str, str]] | None = None


def rows_of(content: bytes) -> Rows:
    """Return line, old and new address of each row of a CSV file in UTF-8 with a head line."""
    table = table_of(content, MOST_ROWS)
    old, new = table.place(FROM), table.place(TO)
    if old is None or new is None:
        raise UnreadableTableError(_("The first line must name the columns “from” and “to”."))
    return [(line, *table.cells(row, old, new)) for line, row in table.rows]


def rehearse(rows: Rows) -> Rehearsal:
    """Do it all, and undo it: rows that only contradict each other are found, too."""
    with transaction.atomic():
        outcome = write(rows)
        transaction.set_rollback(True)
    return outcome


def apply(rows: Rows) -> Rehearsal:
    """Write all rows; nothing if there is a problem with any of them by now."""
    with transaction.atomic():
        outcome = write(rows)
        transaction.set_rollback(bool(outcome.problems))
    return outcome


def write(rows: Rows) -> Rehearsal:
    outcome, seen = Rehearsal(problems=[]), set()
    for line, old, new in rows:
        path = Redirect.normalise_path(old) if old else ""
        existing = Redirect.objects.filter(old_path=path, site=None).first()
        if path in seen:
            outcome.problems.append((line, old, new, _("This address stands above already.")))
        elif existing and whole(existing.link or "") == whole(new):
            outcome.unchanged += 1
        else:
            data = {"old_path": old, "redirect_link": whole(new), "is_permanent": True}
            form = StraightRedirectForm(data, instance=existing)
            if message := problem_of(form, old, new):
                outcome.problems.append((line, old, new, message))
                continue
            form.save()
            outcome.changed += bool(existing)
            outcome.new += not existing
        seen.add(path)
    return outcome


def whole(address: str) -> str:
    """An address of this site with its name; any other as it is."""
    site = Site.objects.filter(is_default_site=True).first()
    return f"{site.root_url}{address}" if site and address.startswith("/") else address


def problem_of(form: StraightRedirectForm, old: str, new: str) -> str:
    if not old or not new:
        return _("One of the two addresses is missing.")
    if not old.startswith(("/", "http://", "https://")) or not new.startswith(
        ("/", "http://", "https://")
    ):
        return _("An address begins with / or https://.")
    if form.is_valid():
        return ""
    return " ".join(message for messages in form.errors.values() for message in messages)
