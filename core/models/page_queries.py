"""What is public: the query set from which every list, feed, search and sitemap starts."""

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet


def translation_key_of(pk: int) -> Subquery:
    """What a page shares with its translations: by it, whatever an editor chose is found in another language."""
    return Subquery(Page.objects.filter(pk=pk).values("translation_key")[:1])


class SitePageQuerySet(PageQuerySet):
    def with_own_words(self):
        """Without the places kept for pages that are not translated yet: they show the words of the original."""
        return self.filter(
            Q(alias_of__isnull=True) | ~Q(alias_of__translation_key=F("translation_key"))
        )

    def published(self):
        """Pages that anyone may read now: the start of every public list, feed, search and sitemap."""
        not_expired = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
        # Not what is left in a language that was taken from the settings.
        spoken = Q(locale__language_code__in=[code for code, _name in settings.LANGUAGES])
        # Wagtail's public() asks for all restrictions first: one query more for every list of a page. Here the
        # few restrictions drive the subquery; a join instead lets PostgreSQL compare every page with every page.
        closed_path = Page.objects.filter(pk=OuterRef("page_id")).values("path")
        closed = PageViewRestriction.objects.alias(
            path=ExpressionWrapper(OuterRef("path"), CharField()), closed_path=Subquery(closed_path)
        ).filter(path__startswith=F("closed_path"))
        return self.live().with_own_words().filter(not_expired, spoken).filter(~Exists(closed))

    def indexable(self):
        """Those of them that search engines may list under their own address."""
        return self.published().filter(noindex=False, canonical_url="")

    def for_metadata(self):
        """Pages, drafts included, with what their title and description are made of; a type adds its relations."""
        return self

    def for_sitemap(self):
        """The same with what a sitemap says of them; a page type adds its relations."""
        return self.indexable().defer_streamfields()

    def for_audit(self):
        """Pages whole, with what their titles are made of; a page type adds its relations."""
        return self.published().filter(alias_of=None)
