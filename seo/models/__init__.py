from seo.models.missing import MissingAddress
from seo.models.settings import SeoSettings, TitleTemplate

__all__ = ["MissingAddress", "SeoSettings", "TitleTemplate"]
