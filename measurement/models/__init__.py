from measurement.models.figures import Figure, Kind
from measurement.models.settings import TagSettings

__all__ = ["Figure", "Kind", "TagSettings"]
