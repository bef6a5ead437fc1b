"""What the settings for search engines allow elsewhere."""

from wagtail import hooks

from seo.models import SeoSettings


@hooks.register("canonical_hosts")
def sites_of_originals() -> set[str]:
    return set().union(*(record.original_hosts for record in SeoSettings.objects.all()))
