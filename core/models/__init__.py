from core.models.announcement import Announcement
from core.models.media import SiteDocument, SiteImage, SiteRendition
from core.models.navigation import Footer, Navigation
from core.models.page_queries import SitePageQuerySet
from core.models.pages import SitePage
from core.models.seo import SeoFields, SeoRecord
from core.models.settings import BrandSettings
from core.models.shared import SharedSection, Testimonial
from core.models.users import User
from core.models.version import SiteVersion

__all__ = [
    "Announcement",
    "BrandSettings",
    "Footer",
    "Navigation",
    "SeoFields",
    "SeoRecord",
    "SharedSection",
    "SiteDocument",
    "SiteImage",
    "SitePage",
    "SitePageQuerySet",
    "SiteRendition",
    "SiteVersion",
    "Testimonial",
    "User",
]
