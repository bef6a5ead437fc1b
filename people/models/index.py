"""The page that lists people and serves the profile of each."""

from collections import defaultdict

from django.core.paginator import Paginator
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from core.listings import page_of
from core.models import SitePage
from people.models.person import Person
from seo.metadata import Part, describe
from seo.structured_data import collection_node, profile_nodes

POSTS_PER_PAGE = 10


class PeopleIndexPage(RoutablePageMixin, SitePage):
    lead = RichTextField(
        _("lead"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("One to three sentences under the title."),
    )

    content_panels = [*SitePage.content_panels, "lead"]
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("people index")
        verbose_name_plural = _("people indexes")

    def people(self):
        """Everyone of this language with a page of their own, by name."""
        return Person.objects.with_profile().filter(locale_id=self.locale_id)

    def profile_path(self, person: Person) -> str:
        return self.reverse_subpage("profile", kwargs={"slug": person.slug})

    @path("")
    def index(self, request):
        return self.render(request, context_overrides={"people": self.people()})

    @path("<slug:slug>/", name="profile")
    def profile(self, request, slug):
        person = self.people().prefetch_related("links").filter(slug=slug).first()
        if person is None:
            raise Http404
        request.page, request.profile = self, person
        posts = page_of(Paginator(person.authorships.posts(), POSTS_PER_PAGE), request)
        metadata = describe(self, request, self.profile_part(person, request))
        return self.render(
            request,
            context_overrides={
                "person": person,
                "posts": posts,
                "metadata": metadata.numbered(posts.number),
            },
            template="people/person.html",
        )

    def profile_part(self, person: Person, request) -> Part:
        address = self.get_full_url(request) + self.profile_path(person)
        return Part(
            title=person.name,
            address=address,
            record=person,
            description=person.card_summary,
            picture=person.photo,
            og_type="profile",
            nodes=tuple(profile_nodes(person, address, request)),
            trail=((person.name, address),),
        )

    def described_profile(self, person: Person, request) -> dict:
        """The metadata of a profile as editors preview it."""
        request.page, request.profile = self, person
        return {"metadata": describe(self, request, self.profile_part(person, request))}

    def serve_preview(self, request, mode_name):
        # Before the routes, which know one preview only.
        return self.machine_preview(request, mode_name) or super().serve_preview(request, mode_name)

    def structured_data(self, request):
        return [collection_node(self.title, self.get_full_url(request), request)]

    def alternate_urls(self, request):
        addresses = super().alternate_urls(request)
        if person := getattr(request, "profile", None):
            slugs = {code: twin.slug for code, twin in self.twins_of(person).items()}
            # Every language's index has the same routes, so only the slug differs.
            return {
                code: f"{address}{slugs[code]}/"
                for code, address in addresses.items()
                if code in slugs
            }
        return addresses

    def indexable_languages(self, request):
        codes, person = super().indexable_languages(request), getattr(request, "profile", None)
        twins = self.twins_of(person) if person else {}
        hidden = {code for code, twin in twins.items() if twin.noindex or twin.canonical_url}
        return codes - hidden

    def twins_of(self, person: Person) -> dict[str, Person]:
        """The public profiles of the same person by language, asked once a response."""
        if not hasattr(person, "_twins"):
            profiles = Person.objects.with_profile().filter(translation_key=person.translation_key)
            person._twins = {
                twin.locale.language_code: twin for twin in profiles.select_related("locale")
            }
        return person._twins

    def feeds(self, request):
        person = getattr(request, "profile", None)
        return person.authorships.feeds(request) if person else ()

    def get_sitemap_urls(self, request=None):
        address, indexes = self.get_full_url(request), super().alternate_urls(request)
        profiles = {"noindex": False, "canonical_url": ""}
        families = defaultdict(dict)
        everywhere = Person.objects.with_profile().filter(**profiles).order_by()
        for key, code, slug in everywhere.values_list(
            "translation_key", "locale__language_code", "slug"
        ):
            if code in indexes:
                families[key][code] = f"{indexes[code]}{slug}/"
        return super().get_sitemap_urls(request) + [
            {
                "location": address + self.profile_path(person),
                "lastmod": person.last_published_at,
                "alternates": families[person.translation_key],
            }
            for person in self.people().filter(**profiles)
        ]
