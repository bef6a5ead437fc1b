"""Everything that the site holds about an e-mail address: found, handed over, deleted."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import QuerySet

from leads.models import Delivery, Submission, Subscription
from leads.outbox.webhook import about


@dataclass
class PersonalData:
    email: str
    submissions: list[Submission] = field(default_factory=list)
    subscriptions: list[Subscription] = field(default_factory=list)

    @classmethod
    def of(cls, email: str) -> "PersonalData":
        """Find what names the address anywhere in its answers: letter case aside, as mail servers do."""
        wanted = email.strip().casefold()
        found = [
            submission
            for submission in Submission.objects.select_related("page__locale").iterator()
            if any(wanted in text.casefold() for text in texts(submission.form_data))
        ]
        subscriptions = Subscription.objects.select_related("locale").filter(email__iexact=wanted)
        return cls(wanted, found, list(subscriptions))

    def __len__(self) -> int:
        return len(self.submissions) + len(self.subscriptions)

    def as_dict(self) -> dict:
        """What the person is given: ready for JSON."""
        return {
            "email": self.email,
            "submissions": [
                about(one) | {"files": [file.name for file in one.files.all()]}
                for one in self.submissions
            ],
            "newsletter": [
                about(one) | {"steps": list(one.events.values("kind", "at", "wording", "address"))}
                for one in self.subscriptions
            ],
            "mails": list(self.mails.values("kind", "created_at", "done_at", "given_up_at")),
        }

    def delete(self) -> None:
        """With it go files, and what still waited to be mailed or posted."""
        for record in (*self.submissions, *self.subscriptions):
            record.delete()
        self.mails.delete()

    @property
    def mails(self) -> QuerySet:
        """What was or is to be mailed to the address, whatever it is about."""
        return Delivery.objects.filter(recipient__iexact=self.email)


def texts(value) -> Iterator[str]:
    """Yield every text in answers, whatever they are nested in."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from texts(part)
    elif isinstance(value, dict):
        yield from texts(list(value.values()))
