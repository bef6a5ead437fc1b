"""The settings for search engines as a response needs them, remembered until something changes."""

from dataclasses import dataclass, field

from wagtail.models import Site

from core.remembered import remembered
from seo.models import SeoSettings
from seo.titles import Templates


@dataclass(frozen=True)
class SiteSeo:
    contact_email: str = ""
    templates: Templates = field(default_factory=dict)
    verifications: dict[str, str] = field(default_factory=dict)


def seo_of(request) -> SiteSeo:
    if not hasattr(request, "_site_seo"):
        request._site_seo = remembered(
            request, "seo", lambda: settings_of(Site.find_for_request(request))
        )
    return request._site_seo


def settings_of(site: Site | None) -> SiteSeo:
    record = SeoSettings.objects.filter(site=site).first() if site else None
    if record is None:
        return SiteSeo()
    rows = record.title_templates.all()
    return SiteSeo(
        contact_email=record.contact_email,
        templates={(row.kind, row.language): row.template for row in rows},
        verifications=record.verifications,
    )
