"""Where a rebuild of the index has got to, so that the next run goes on from there."""

from django.db import models


class RebuildState(models.Model):
    source = models.CharField(max_length=10, unique=True)
    last_key = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = "state of a rebuild"

    def __str__(self):
        return f"{self.source} {self.last_key}"
