"""What is wrong with a draft, how much it matters, and who is asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from core.publishing.completeness import gaps


class Severity(models.TextChoices):
    BLOCK = "block", _("Stands before publishing")
    WARN = "warn", _("Worth a look")
    INFO = "info", _("Good to know")


@dataclass(frozen=True)
class Issue:
    """`place` is the content path of a field or block, by which the editor finds it; empty for the whole."""

    code: str
    message: str
    place: str = ""
    severity: Severity = Severity.BLOCK

    @property
    def fragment(self) -> str:
        return f"#:w:contentpath={self.place}" if self.place else ""


class NotWholeError(ValidationError):
    """Raised by `publish()` where a draft is not whole; nothing has been written then."""

    def __init__(self, record: models.Model, issues: list[Issue]):
        super().__init__([issue.message for issue in issues])
        self.record, self.issues = record, issues


def obstacles(record: models.Model) -> list[Issue]:
    """Return what keeps a draft from being published, in the order in which its fields stand."""
    own = [Issue(gap.code, gap.message, gap.place) for gap in gaps(record)]
    return [*own, *known_above(record)]


def known_above(record: models.Model) -> Iterator[Issue]:
    """Yield the obstacles that the form of a record cannot know by itself."""
    for find in hooks.get_hooks("publishing_obstacles"):
        yield from find(record)


def audit(record: models.Model) -> list[Issue]:
    """Return all that can be said of a draft, what matters most first; of a gap, that it is one."""
    found = obstacles(record)
    gaps_at = {issue.place for issue in found if issue.place}
    advice = (issue for find in hooks.get_hooks("publishing_advice") for issue in find(record))
    found += [issue for issue in advice if issue.place not in gaps_at]
    order = list(Severity)
    return sorted(found, key=lambda issue: order.index(issue.severity))
