"""Sitemap, robots.txt and pictures for sharing: what machines fetch beside the pages."""

from django.core.signing import BadSignature
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap as WagtailSitemap
from wagtail.contrib.sitemaps.views import sitemap as render_sitemap
from wagtail.models import Site

from core.models import SitePage
from seo.cards import picture_of


class Sitemap(WagtailSitemap):
    """Stock Wagtail lists only the tree of the default language, hidden pages included."""

    def items(self):
        trees = self.get_wagtail_site().root_page.get_translations(inclusive=True)
        paths = list(trees.values_list("path", flat=True))
        pages = SitePage.objects.published().filter(noindex=False, canonical_url="")
        in_site = SitePage.objects.none()
        for path in paths:
            in_site = in_site | pages.filter(path__startswith=path)
        return in_site.order_by("path").specific()


@require_safe
def sitemap(request) -> HttpResponse:
    return render_sitemap(request, sitemaps={"pages": Sitemap(request)})


@require_safe
def robots(request) -> HttpResponse:
    """Tell crawlers what to leave alone; search results say noindex, so they must stay readable."""
    site = Site.find_for_request(request)
    lines = ["User-agent: *", "Disallow: /admin/"]
    if site:
        lines += ["", f"Sitemap: {site.root_url}{reverse('sitemap')}"]
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "public, max-age=3600"
    return response


@require_safe
@cache_control(public=True, max_age=31536000, immutable=True)
def card(request, token: str) -> HttpResponse:
    """Serve the picture of a page that has none; the token is all that it shows, so it never changes."""
    try:
        return HttpResponse(picture_of(token), content_type="image/png")
    except BadSignature as error:
        raise Http404 from error
