"""Person: one record for everyone who writes, is quoted or works here, shown alike in all those places."""

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.fields import RichTextField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.search import index
from wagtail.search.queryset import SearchableQuerySetMixin
from wagtail_localize.fields import SynchronizedField

from core.models import SeoRecord
from core.publishing.gate import PublishingGate
from core.redirects import keep_address
from core.text import plain_text


class PersonQuerySet(SearchableQuerySetMixin, models.QuerySet):
    def published(self):
        """People whose record is live: their name may be shown."""
        return self.filter(live=True)

    def with_profile(self):
        """People who have a public page of their own."""
        return self.published().filter(archived=False)


class PersonManager(models.Manager.from_queryset(PersonQuerySet)):
    def get_queryset(self):
        # Wherever a person is shown, the photo is: in choosers' blocks too, which fetch by themselves.
        return super().get_queryset().select_related("photo")


class Person(
    PublishingGate,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    SeoRecord,
    index.Indexed,
    ClusterableModel,
):
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        validators=[validate_slug],
        help_text=_("The last part of the address of the person’s page."),
    )
    role = models.CharField(
        _("role"),
        max_length=120,
        blank=True,
        help_text=_("What they do, as readers should know it."),
    )
    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    short_bio = RichTextField(
        _("short biography"),
        blank=True,
        max_length=280,
        features=["bold", "italic", "link"],
        help_text=_("A sentence or two, shown on author cards."),
    )
    long_bio = RichTextField(
        _("long biography"),
        blank=True,
        features=["bold", "italic", "link", "ul"],
        help_text=_("Shown on the person’s own page."),
    )
    photo = models.ForeignKey(
        "core.SiteImage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("photo"),
    )
    photo_alt = models.CharField(
        _("description of the photo"),
        max_length=200,
        blank=True,
        help_text=_(
            "For those who cannot see it. Left empty, the photo is skipped when read aloud."
        ),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="people",
        verbose_name=_("account"),
        help_text=_("The account this person signs in with, if they have one."),
    )
    archived = models.BooleanField(
        _("archived"),
        default=False,
        help_text=_(
            "No longer here: bylines, cards and quotes stay, the person’s own page is removed."
        ),
    )

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="person")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="person",
        for_concrete_model=False,
    )

    objects = PersonManager()

    content_panels = [
        TitleFieldPanel("name", targets=["slug"], placeholder=_("Name*")),
        FieldPanel("slug"),
        FieldRowPanel(["role", "organisation"]),
        MultiFieldPanel(["photo", "photo_alt"], heading=_("Photo")),
        MultiFieldPanel(["short_bio", "long_bio"], heading=_("Biography")),
        InlinePanel("links", label=_("Link"), heading=_("Links")),
        MultiFieldPanel([FieldPanel("user"), FieldPanel("archived")], heading=_("On this site")),
    ]
    edit_handler = SeoRecord.tabs(content_panels)

    search_fields = [
        index.SearchField("name", boost=4),
        index.AutocompleteField("name"),
        index.SearchField("role"),
        index.SearchField("organisation"),
        index.SearchField("short_bio"),
        index.SearchField("long_bio"),
        index.FilterField("live"),
        index.FilterField("archived"),
        index.FilterField("locale_id"),
    ]

    picture_fields = ("share_image", "photo")

    # The same in every language until a translator says otherwise; all other words are translated.
    override_translatable_fields = [
        SynchronizedField(name) for name in ("name", "slug", "organisation")
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "slug"], name="unique_person_slug_per_language"
            )
        ]

    def __str__(self):
        return self.name

    @property
    def initials(self) -> str:
        """At most two letters, shown where there is no photo."""
        words = self.name.split()
        return "".join(word[0].upper() for word in (words[:1] + words[-1:] if words[1:] else words))

    @property
    def revisions(self):
        return self._revisions

    @property
    def card_title(self) -> str:
        return self.name

    @property
    def card_summary(self) -> str:
        return plain_text(self.short_bio) or self.role

    @property
    def card_image(self):
        return self.photo

    @property
    def metadata_description(self):
        return self.search_description or self.card_summary

    @property
    def share_picture(self):
        return self.share_image or self.photo

    @property
    def preview_modes(self):
        own = [("profile", _("Profile")), ("card", _("Author card")), ("byline", _("Byline"))]
        return own + super().preview_modes

    def get_preview_template(self, request, mode_name):
        return "people/person_preview.html"

    def get_preview_context(self, request, mode_name):
        return {"person": self, "people": [self]}

    @property
    def full_url(self):
        # Previews speak the language of this address.
        return self.people_index.get_full_url() + f"{self.slug}/" if self.people_index else None

    @cached_property
    def people_index(self):
        """The page that shows the people of this language; None where there is none."""
        indexes = apps.get_model("people", "PeopleIndexPage").objects
        return indexes.live().filter(locale_id=self.locale_id).first()

    def public_addresses(self):
        return super().public_addresses() if self.live and not self.archived else []

    def described(self, request):
        return (
            self.people_index.described_profile(self, request)
            if self.people_index
            else {"metadata": None}
        )

    def publish(self, revision, *args, **kwargs):
        live = Person.objects.published().filter(pk=self.pk).values_list("slug", flat=True).first()
        super().publish(revision, *args, **kwargs)
        if live:
            keep_address("people.PeopleIndexPage", self.locale_id, f"{live}/", f"{self.slug}/")

    def clean(self):
        super().clean()
        # The constraint alone would answer without naming the field.
        twins = Person.objects.filter(locale_id=self.locale_id, slug=self.slug).exclude(pk=self.pk)
        if self.slug and twins.exists():
            raise ValidationError({"slug": _("Another person already has this address.")})
