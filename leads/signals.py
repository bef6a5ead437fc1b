"""What follows when a record is deleted."""

from functools import partial

from django.db import transaction


def remove_file(instance, **signal) -> None:
    """Once nothing can call the deletion back."""
    file = instance.file
    transaction.on_commit(partial(file.storage.delete, file.name))
