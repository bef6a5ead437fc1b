"""What a page type may say of itself, with neutral defaults: how the layers above reach those below."""

from django.utils.text import Truncator

from core import advice
from core.streams import searchable
from core.text import plain_text


class PageHooks:
    """A page type overrides what it knows better; listings, search, metadata and feeds ask."""

    @property
    def metadata_title(self) -> str:
        """The title for machines where editors wrote none; empty for the site’s own name."""
        return self.title

    @property
    def metadata_description(self) -> str:
        """A sentence or two for machines: the card’s, else how the body begins; may be empty."""
        return self.card_summary or Truncator(self.words).chars(advice.SEARCH_DESCRIPTION.most)

    @property
    def words(self) -> str:
        """What there is to read, as plain text."""
        body = getattr(self, "body", None)
        texts = searchable(body.stream_block, body) if body else []
        return " ".join([plain_text(getattr(self, "lead", "")), *texts]).strip()

    @property
    def title_variables(self) -> dict[str, str]:
        """What a template for titles may name besides title, site and section: by the variable’s name."""
        return {}

    @property
    def card_title(self) -> str:
        """The title in listings and search results."""
        return self.title

    @property
    def card_summary(self) -> str:
        """One or two plain sentences for listings, search results and descriptions; may be empty."""
        return self.search_description or plain_text(getattr(self, "lead", ""))

    @property
    def card_image(self):
        """The picture of the page in listings, or None."""
        return None

    @property
    def kind(self) -> str:
        """What a reader would call the page, in the margin of search results; may be empty."""
        return ""

    @property
    def is_listed(self) -> bool:
        """Whether a page of the site lists it by itself, without anybody linking to it."""
        return False

    @property
    def card_date(self):
        """The date that readers see, or None for what has no date of its own."""
        return None

    @property
    def search_facets(self) -> dict[str, list[int]]:
        """Keys of the public category, tags and authors that a search can be narrowed by."""
        return {}

    @property
    def updated_on(self):
        """The day of the last change that readers are told of, or None."""
        return None

    @property
    def published_at(self):
        """When readers are told that it appeared, with time zone; None for what has no date of its own."""
        return None

    @property
    def modified_at(self):
        """When it last changed, if readers are told so, with time zone; else None."""
        return None

    @property
    def og_type(self) -> str:
        """What social networks call it."""
        return "website"

    def authors(self, request) -> list[tuple[str, str]]:
        """Names of those who wrote it, with the absolute addresses of their profiles, or empty ones."""
        return []

    @property
    def share_picture(self):
        """The picture of the page when it is shared, or None."""
        return self.share_image or self.card_image

    def structured_data(self, request) -> list[dict]:
        """schema.org nodes about the page's own subject, for the page's one JSON-LD graph."""
        return []

    def alternate_urls(self, request) -> dict[str, str]:
        """Absolute addresses of what is now shown, per language code, this language included."""
        return {code: page.get_full_url(request) for code, page in self.public_translations.items()}

    def indexable_languages(self, request) -> set[str]:
        """The languages in which search engines may list what is now shown."""
        pages = self.public_translations.items()
        return {code for code, page in pages if not (page.noindex or page.canonical_url)}

    def feeds(self, request) -> tuple:
        """The feeds that carry what is now shown, as `seo.metadata.FeedLink`, for the head of the page."""
        return ()

    def reserves_slug(self, slug: str, child: "PageHooks") -> bool:
        """Whether an address of the site itself stands where a child with this slug would."""
        return False
