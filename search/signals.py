"""What the index must follow: each signal only notes whose rows are to be read again."""

from wagtail.models import Page

from blog.models import BlogPostPage
from core.models import SiteDocument, SitePage
from people.models import PeopleIndexPage, Person
from search.indexing import changed
from search.models import SearchDocument

Source = SearchDocument.Source
# What saving a draft writes on the page itself: nothing that a visitor sees.
OF_DRAFTS = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
    }
)


def page_saved(instance, update_fields=None, **signal) -> None:
    if isinstance(instance, SitePage) and not (
        update_fields and OF_DRAFTS.issuperset(update_fields)
    ):
        changed(Source.PAGE, [instance.pk])
        people_page_changed(instance)


def page_deleted(instance, **signal) -> None:
    changed(Source.PAGE, [instance.pk])
    people_page_changed(instance)


def page_moved(instance, **signal) -> None:
    subtree_changed(instance)


def restriction_changed(instance, **signal) -> None:
    subtree_changed(instance.page)


def subtree_changed(page: Page) -> None:
    # Asked anew: a move has changed the path of the record, not always that of the object.
    path = Page.objects.filter(pk=page.pk).values_list("path", flat=True).first()
    below = SitePage.objects.filter(path__startswith=path) if path else SitePage.objects.none()
    changed(Source.PAGE, below.values_list("pk", flat=True))
    for people_page in PeopleIndexPage.objects.filter(pk__in=below.values("pk")):
        people_page_changed(people_page)


def people_page_changed(page: Page) -> None:
    """Profiles are public while the people page of their language is."""
    if isinstance(page.specific_deferred, PeopleIndexPage):
        people = Person.objects.filter(locale_id=page.locale_id)
        changed(Source.PERSON, people.values_list("pk", flat=True))


def person_changed(instance, **signal) -> None:
    changed(Source.PERSON, [instance.pk])
    posts_changed(authorships__person=instance.pk)


def category_changed(instance, **signal) -> None:
    posts_changed(category=instance.pk)


def tag_changed(instance, **signal) -> None:
    posts_changed(post_tags__tag=instance.pk)


def authorship_changed(instance, **signal) -> None:
    changed(Source.PAGE, [instance.page_id])


def tagging_changed(instance, **signal) -> None:
    changed(Source.PAGE, [instance.content_object_id])


def posts_changed(**of) -> None:
    changed(Source.PAGE, BlogPostPage.objects.filter(**of).values_list("pk", flat=True))


def file_changed(instance, **signal) -> None:
    changed(Source.DOCUMENT, [instance.pk])


def collection_changed(instance, **signal) -> None:
    collection = getattr(instance, "collection", instance)
    below = SiteDocument.objects.filter(collection__path__startswith=collection.path)
    changed(Source.DOCUMENT, below.values_list("pk", flat=True))
