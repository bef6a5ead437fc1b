"""The table that the public search asks: one row for everything a visitor may find, per language."""

from collections import defaultdict

from django.db import models
from django.utils.translation import gettext_lazy as _

# What PostgreSQL takes: positions up to 16383, and 255 of them for a term.
LAST_POSITION = 16_383
MOST_POSITIONS = 255


class TermsField(models.Field):
    """A list of terms in order: a tsvector on PostgreSQL, on SQLite the text that its full-text index reads."""

    def db_type(self, connection):
        return "tsvector" if connection.vendor == "postgresql" else "text"

    def get_db_prep_value(self, value, connection, prepared=False):
        if connection.vendor != "postgresql":
            return " ".join(value)
        places = defaultdict(list)
        for place, term in enumerate(value[:LAST_POSITION], start=1):
            places[term].append(place)
        return " ".join(
            f"'{term}':" + ",".join(map(str, found[:MOST_POSITIONS]))
            for term, found in places.items()
        )


class SearchDocument(models.Model):
    """A copy of what is public, never its truth: results are read from the pages and people themselves.

    `facets` are labels such as `§c12`, for what a search can be narrowed by; search/facets.py makes them.
    """

    class Source(models.TextChoices):
        PAGE = "page", _("page")
        PERSON = "person", _("person")
        DOCUMENT = "document", _("document")

    source = models.CharField(max_length=10, choices=Source.choices)
    object_id = models.PositiveBigIntegerField()
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+")
    date = models.DateField(null=True)
    expire_at = models.DateTimeField(null=True)
    length = models.PositiveIntegerField(help_text="How many terms the document has.")
    facets = models.TextField()
    title = models.TextField()
    names = models.TextField(help_text="Authors, category, tags: found, but not shown as text.")
    text = models.TextField()
    title_terms = TermsField()
    body_terms = TermsField()

    class Meta:
        verbose_name = "search document"
        constraints = [
            models.UniqueConstraint(
                fields=["source", "object_id", "locale"], name="unique_search_document"
            )
        ]
        indexes = [
            models.Index(
                fields=["expire_at"],
                name="search_expiring",
                condition=models.Q(expire_at__isnull=False),
            )
        ]

    def __str__(self):
        return self.title
