"""What machines fetch beside the pages."""

from django.core.signing import BadSignature
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.template.response import SimpleTemplateResponse
from django.urls import resolve
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from core.frame import frame_of
from core.models import SitePage
from delivery.page_cache import share
from seo import sitemaps
from seo.cards import picture_of
from seo.markdown import llms_text, markdown
from seo.models import SeoSettings
from seo.robots import text_for

XML = "application/xml; charset=utf-8"
TEXT = "text/plain; charset=utf-8"


@require_safe
def sitemap(request) -> HttpResponse:
    return share(HttpResponse("".join(sitemaps.index(site_of(request))), content_type=XML))


@require_safe
def sitemap_part(request, language: str, kind: str, number: int) -> StreamingHttpResponse:
    models = {model._meta.model_name: model for model in sitemaps.page_types()}
    if kind not in models:
        raise Http404
    pages = sitemaps.within(sitemaps.pages_of(models[kind], language, site_of(request)), number)
    if not pages.exists():
        raise Http404
    return StreamingHttpResponse(sitemaps.part(pages, request), content_type=XML)


@require_safe
def robots(request) -> HttpResponse:
    site = Site.find_for_request(request)
    record = SeoSettings.objects.filter(site=site).first() if site else None
    text = text_for(record.robots_txt if record else "", site)
    return share(HttpResponse(text, content_type=TEXT))


@require_safe
def llms(request) -> HttpResponse:
    name = frame_of(request).brand.name
    return share(HttpResponse(llms_text(site_of(request), name, request), content_type=TEXT))


@require_safe
def twin(request, path: str) -> HttpResponse:
    """Serve a page that anyone may read as Markdown, made of the page itself."""
    # A home page has no name of its own: its twin is index.md.
    address = f"/{path}/".removesuffix("/index/").rstrip("/") + "/"
    match = resolve(address)
    if match.url_name != "wagtail_serve":
        raise Http404
    # The page is made as if it had been asked for.
    request.path = request.path_info = address
    route = Page.route_for_request(request, match.args[0])
    if route is None or not SitePage.objects.published().filter(pk=route.page.pk).exists():
        raise Http404
    response = route.page.serve(request, *route.args, **route.kwargs)
    if not isinstance(response, SimpleTemplateResponse):
        raise Http404
    text, canonical = markdown(response.render().text)
    answer = HttpResponse(text, content_type="text/markdown; charset=utf-8")
    # Search engines list the page, not its twin.
    answer["Link"] = f'<{canonical}>; rel="canonical"'
    return share(answer)


@require_safe
@cache_control(public=True, max_age=31536000, immutable=True)
def card(request, token: str) -> HttpResponse:
    """Serve the picture of a page that has none; the token is all that it shows, so it never changes."""
    try:
        return HttpResponse(picture_of(token), content_type="image/png")
    except BadSignature as error:
        raise Http404 from error


def site_of(request) -> Site:
    if site := Site.find_for_request(request):
        return site
    raise Http404
