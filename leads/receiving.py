"""What becomes of a valid form: kept once, with its files, and everyone told who is to be told."""

import json
from hashlib import sha256
from pathlib import PurePath
from time import time

from django.core.files.uploadedfile import UploadedFile
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from delivery.limits import client_address
from delivery.same_origin import is_same_origin
from leads.campaign import campaign_of
from leads.forms.uploads import LONGEST_NAME, media_type
from leads.models import FieldType, FormPage, Submission
from leads.outbox.writing import announce
from leads.tickets import number_of

TICKET, HONEYPOT = "form-ticket", "form-website"
HOUR = 3600


def receive(page: FormPage, form, request: HttpRequest) -> Submission:
    """Keep what was sent; the same message sent again is the one that is there already.

    Without a sign that a person has sent it, it waits for one and nobody is told.
    """
    answers, files = answers_of(form)
    ticket = number_of(request.POST.get(TICKET, ""))
    key = key_of(page, answers, files, ticket, request)
    if sent_before := Submission.objects.filter(key=key).first():
        return sent_before
    try:
        with transaction.atomic():
            submission = Submission.objects.create(
                page=page,
                key=key,
                ticket=ticket,
                form_data=answers,
                consents=consents_of(page, form),
                confirmed_at=timezone.now() if seems_human(ticket, request) else None,
                **campaign_of(request),
            )
            keep_files(submission, files)
            if submission.confirmed_at:
                announce(submission)
            return submission
    except IntegrityError:
        # Both at the same moment: the other one was first.
        return Submission.objects.get(key=key)


def confirm(submission: Submission) -> None:
    """A person says that it is theirs: everyone is told, once."""
    with transaction.atomic():
        waiting = Submission.objects.filter(pk=submission.pk, confirmed_at__isnull=True)
        if waiting.update(confirmed_at=timezone.now()):
            announce(submission)


def seems_human(ticket: str, request: HttpRequest) -> bool:
    """A ticket shows that a browser was there for some seconds; robots fill in what nobody sees."""
    is_new = bool(ticket) and not Submission.objects.filter(ticket=ticket).exists()
    return is_new and not request.POST.get(HONEYPOT) and is_same_origin(request) is True


def answers_of(form) -> tuple[dict, dict[str, UploadedFile]]:
    """Return what is kept as text, and the files; of a file the text holds its name."""
    answers = dict(form.cleaned_data)
    files = {name: value for name, value in answers.items() if isinstance(value, UploadedFile)}
    return answers | {name: name_of(file) for name, file in files.items()}, files


def name_of(file: UploadedFile) -> str:
    return PurePath(file.name).name[-LONGEST_NAME:]


def consents_of(page: FormPage, form) -> list[dict]:
    return [
        {"field": field.clean_name, "wording": field.wording}
        for field in page.get_form_fields()
        if field.field_type == FieldType.CONSENT and form.cleaned_data.get(field.clean_name)
    ]


def keep_files(submission: Submission, files: dict[str, UploadedFile]) -> None:
    for field, file in files.items():
        submission.files.create(
            field=field, name=name_of(file), media_type=media_type(file), file=file
        )


def key_of(page: FormPage, answers: dict, files: dict, ticket: str, request: HttpRequest) -> str:
    """What is the same for one message however often it arrives: its ticket, or who sends it in this hour."""
    contents = [sha256(file.read()).hexdigest() for file in files.values()]
    for file in files.values():
        file.seek(0)
    sender = ticket or [client_address(request), int(time()) // HOUR]
    said = json.dumps([page.pk, sender, answers, contents], cls=DjangoJSONEncoder, sort_keys=True)
    return salted_hmac("leads.key", said, algorithm="sha256").hexdigest()
