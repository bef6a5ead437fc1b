"""Which of Wagtail's pages readers may share."""

from wagtail import hooks

from delivery.page_cache import share


@hooks.register("on_serve_page", order=100)
def share_public_pages(serve):
    # Inside Wagtail's own hook, which afterwards forbids to keep what only some may see.
    def served(page, request, args, kwargs):
        response = serve(page, request, args, kwargs)
        if "Cache-Control" not in response and not response.has_header("Location"):
            share(response)
        return response

    return served
