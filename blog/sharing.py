"""Where a reader can pass a post on: plain addresses, so that nothing is loaded from anybody."""

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class ShareLink:
    label: str
    href: str


def share_links(title: str, address: str) -> list[ShareLink]:
    """Return one link per way; `address` is absolute."""

    def filled(pattern: str) -> str:
        # %20, never +: mail programs show a plus as it stands.
        parts = {"title": title, "address": address, "both": f"{title} {address}"}
        return pattern.format(**{name: quote(text, safe="") for name, text in parts.items()})

    return [
        ShareLink(_("E-mail"), filled("mailto:?subject={title}&body={address}")),
        ShareLink("WhatsApp", filled("https://wa.me/?text={both}")),
        ShareLink("Bluesky", filled("https://bsky.app/intent/compose?text={both}")),
        ShareLink(
            "LinkedIn", filled("https://www.linkedin.com/sharing/share-offsite/?url={address}")
        ),
    ]
