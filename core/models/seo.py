"""What anything with an address of its own may tell search engines and social networks."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.models import PreviewableMixin, Site

from core.previews import MODES, MachinePreviews
from core.promote import promote_panels
from core.roles import EDIT_CONTENT, RoleForm


class SeoFields(MachinePreviews, models.Model):
    canonical_url = models.URLField(
        _("canonical address"),
        blank=True,
        help_text=_("Only for a text that first appeared elsewhere: the address of the original."),
    )
    noindex = models.BooleanField(
        _("hide from search engines"),
        default=False,
        help_text=_("The page stays public, but search engines are asked not to list it."),
    )
    nofollow = models.BooleanField(
        _("do not follow its links"),
        default=False,
        help_text=_("Search engines are asked not to go on to where this page links."),
    )
    focus_phrase = models.CharField(
        _("focus phrase"),
        max_length=120,
        blank=True,
        help_text=_("What people should find this page by. Readers never see it."),
    )
    share_title = models.CharField(
        _("title when shared"),
        max_length=120,
        blank=True,
        help_text=_(
            "Shown on the card when someone shares the page. Left empty, the title is used."
        ),
    )
    share_description = models.CharField(
        _("description when shared"),
        max_length=250,
        blank=True,
        help_text=_("Left empty, the description for search engines is used, or else the lead."),
    )
    share_image = models.ForeignKey(
        "core.SiteImage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture when shared"),
        help_text=_(
            "At least 1200 × 630 pixels. Left empty, the page’s own picture is used, or else one is drawn."
        ),
    )

    # The columns that may hold the picture shown when someone shares it; a type names its own as well.
    picture_fields = ("share_image",)

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if message := canonical_message(self.canonical_url):
            raise ValidationError({"canonical_url": message})


class SeoRecord(SeoFields, PreviewableMixin):
    """The same for what has an address without being a page; pages have these two from Wagtail."""

    seo_title = models.CharField(
        _("title for search engines"),
        max_length=255,
        blank=True,
        help_text=_(
            "Shown in search results and in the browser’s tab. Left empty, it is the name."
        ),
    )
    search_description = models.TextField(
        _("description for search engines"),
        blank=True,
        help_text=_("A sentence or two below the title in search results."),
    )

    base_form_class = RoleForm
    promote_panels = promote_panels()

    class Meta:
        abstract = True

    @classmethod
    def tabs(cls, content_panels: list) -> TabbedInterface:
        """The two tabs that a page has too: what readers see, and what machines are told of it."""
        return TabbedInterface(
            [
                ObjectList(content_panels, heading=_("Content"), permission=EDIT_CONTENT),
                ObjectList(cls.promote_panels, heading=_("Promote")),
            ]
        )

    @property
    def preview_modes(self):
        return MODES

    def public_addresses(self) -> list[str]:
        """Where readers find it now; empty where they cannot."""
        return [self.full_url] if self.full_url else []

    # The hooks of a page that metadata is made of.

    @property
    def metadata_title(self) -> str:
        return str(self)

    @property
    def metadata_description(self) -> str:
        return self.search_description

    @property
    def share_picture(self):
        return self.share_image

    @property
    def title_variables(self) -> dict[str, str]:
        return {}


def canonical_message(address: str) -> str:
    """Say why an address may not be a page’s canonical one; empty if it may, or there is none."""
    if not address:
        return ""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or parts.username or parts.fragment:
        return gettext("Write the whole address of a page, without a password and without #.")
    if (parts.hostname or "") not in known_hosts():
        return gettext(
            "“%(host)s” is another site: search engines would list that page instead of this one. If this "
            "text did first appear there, name the site under Settings → Search engines first."
        ) % {"host": parts.hostname}
    return ""


def known_hosts() -> set[str]:
    """The hosts that a canonical address may name: the site’s own, and what the hook "canonical_hosts" adds."""
    hosts = set(Site.objects.values_list("hostname", flat=True))
    return hosts.union(*(more() for more in hooks.get_hooks("canonical_hosts")))
