from seo.models.settings import SeoSettings, TitleTemplate

__all__ = ["SeoSettings", "TitleTemplate"]
