"""How search engines and social networks show a record, among what an editor can preview of it."""

from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

MODES = [("search_result", _("Google result")), ("shared_card", _("Shared card"))]
# Both at once, for the tab where they are written; no editor chooses it.
LOOK = "look"


class MachinePreviews:
    """Adds these modes to what Wagtail previews; the templates are seo’s."""

    @property
    def preview_modes(self):
        return [*super().preview_modes, *MODES]

    def serve_preview(self, request, mode_name):
        return self.machine_preview(request, mode_name) or super().serve_preview(request, mode_name)

    def machine_preview(self, request, mode_name: str) -> TemplateResponse | None:
        """Answer one of these modes; None for any other."""
        if mode_name not in (LOOK, *(name for name, _label in MODES)):
            return None
        context = {"record": self, **self.described(request)}
        return TemplateResponse(request, f"seo/previews/{mode_name}.html", context)

    def described(self, request) -> dict:
        """What the templates need beside the record: its metadata, or None while it has no address."""
        return {"metadata": None}
