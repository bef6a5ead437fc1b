"""The doors by which something that can be found changes."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save, pre_delete


class SearchConfig(AppConfig):
    name = "search"

    def ready(self):
        from wagtail.models import (  # noqa: PLC0415
            Collection,
            CollectionViewRestriction,
            Page,
            PageViewRestriction,
        )
        from wagtail.signals import post_page_move  # noqa: PLC0415

        from blog.models import BlogPostAuthor, BlogPostTag, Category, Tag  # noqa: PLC0415
        from core.models import SiteDocument, SiteVersion  # noqa: PLC0415
        from people.models import Person  # noqa: PLC0415
        from search import signals  # noqa: PLC0415
        from search.models import BestBet, Synonyms  # noqa: PLC0415

        SiteVersion.follow(BestBet, Synonyms)

        # A page is saved as its own type, of which there may be new ones: no sender is named.
        post_save.connect(signals.page_saved)
        pre_delete.connect(signals.page_deleted, sender=Page)
        post_page_move.connect(signals.page_moved)
        for model, follow in (
            (PageViewRestriction, signals.restriction_changed),
            (BlogPostAuthor, signals.authorship_changed),
            (BlogPostTag, signals.tagging_changed),
            (SiteDocument, signals.file_changed),
            (Collection, signals.collection_changed),
            (CollectionViewRestriction, signals.collection_changed),
        ):
            post_save.connect(follow, sender=model)
            post_delete.connect(follow, sender=model)
        for model, follow in (
            (Person, signals.person_changed),
            (Category, signals.category_changed),
            (Tag, signals.tag_changed),
        ):
            post_save.connect(follow, sender=model)
            # Before, while those that refer to it can still be found.
            pre_delete.connect(follow, sender=model)
