"""Settings by which what readers see changes."""

from django.apps import AppConfig


class MeasurementConfig(AppConfig):
    name = "measurement"

    def ready(self):
        from core.models import SiteVersion  # noqa: PLC0415
        from measurement.models import TagSettings  # noqa: PLC0415

        SiteVersion.follow(TagSettings)
