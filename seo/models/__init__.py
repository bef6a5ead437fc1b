from seo.models.audit import (
    AuditedPage,
    AuditRun,
    ExternalAddress,
    ExternalLink,
    Finding,
    Owner,
    Severity,
)
from seo.models.metadata_import import MetadataImport
from seo.models.missing import MissingAddress
from seo.models.settings import SeoSettings, TitleTemplate

__all__ = [
    "AuditRun",
    "AuditedPage",
    "ExternalAddress",
    "ExternalLink",
    "Finding",
    "MetadataImport",
    "MissingAddress",
    "Owner",
    "SeoSettings",
    "Severity",
    "TitleTemplate",
]
