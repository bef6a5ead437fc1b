"""What goes with a record that is deleted: the files on the disk."""

from django.apps import AppConfig
from django.db.models.signals import post_delete


class LeadsConfig(AppConfig):
    name = "leads"

    def ready(self):
        from leads.models import SubmittedFile  # noqa: PLC0415
        from leads.signals import remove_file  # noqa: PLC0415

        post_delete.connect(remove_file, sender=SubmittedFile)
