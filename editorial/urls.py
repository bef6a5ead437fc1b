from django.urls import path
from django.utils.translation import gettext_lazy as _

from editorial.sharing.guest import draft

# The home page keeps these words free (`home.models.home.RESERVED_SLUGS`).
urlpatterns = [path(_("shared-draft/<slug:token>/"), draft, name="draft")]
