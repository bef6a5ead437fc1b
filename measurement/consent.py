"""What visitors are asked before anything of others is loaded: the same for all of them, so pages can be kept."""

import json
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from django.conf import settings
from django.templatetags.static import static

from core.frame import frame_of
from measurement.models import TagSettings
from measurement.tags import Category, Tag


@dataclass(frozen=True)
class Purpose:
    """A category that visitors decide about, with the names of those who would know of them."""

    key: str
    label: str
    recipients: list[str]


@dataclass(frozen=True)
class Consent:
    tags: list[Tag]

    @property
    def purposes(self) -> list[Purpose]:
        return [
            Purpose(category.value, category.label, names)
            for category in Category
            if (names := [tag.name for tag in self.tags if tag.category == category])
        ]

    @property
    def recipients(self) -> list[str]:
        return [tag.name for tag in self.tags]

    @property
    def version(self) -> str:
        """Another one asks those anew who have agreed: their agreement was for these recipients alone."""
        recipients = sorted(f"{tag.kind}:{tag.category}:{tag.sources}" for tag in self.tags)
        return sha256("\n".join(recipients).encode()).hexdigest()[:8]

    @property
    def data(self) -> str:
        """What static/js/consent.js reads, as JSON."""
        tags = [
            {
                "kind": tag.kind,
                "category": tag.category,
                "options": tag.options,
                "traces": tag.traces,
            }
            for tag in self.tags
        ]
        return json.dumps(
            {
                "days": settings.CONSENT_DAYS,
                "version": self.version,
                "loader": static("js/tags.js"),
                "tags": tags,
            },
            separators=(",", ":"),
        )

    @cached_property
    def sources(self) -> dict[str, list[str]]:
        """The hosts that the page’s policy must allow for these tags, and no others, by directive."""
        merged: dict[str, list[str]] = {}
        for tag in self.tags:
            for directive, hosts in tag.sources.items():
                merged.setdefault(directive, []).extend(hosts)
        return merged


def consent_of(site) -> Consent | None:
    """Return what the frame remembers; None where nothing needs consent."""
    # Not by for_site(): it writes the first time, and a page would be kept under a version that is over.
    record = TagSettings.objects.filter(site=site).first()
    return Consent(record.tags) if record and record.tags else None


def is_for_visitors(request) -> bool:
    """Whether this answer goes to a visitor: not a preview, and nobody who works on the site."""
    user = getattr(request, "user", None)
    return not (getattr(request, "is_preview", False) or (user and user.is_authenticated))


def consent_for(request) -> Consent | None:
    return frame_of(request).parts["consent"] if is_for_visitors(request) else None
