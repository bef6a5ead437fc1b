"""One state of the search page: what was asked, what was found, and where one can go from there."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.urls import translate_url
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import Locale

from core.listings import page_of
from core.remembered import remembered
from search.engines import engine
from search.facets import Choice, Facet, chosen, facets
from search.finding import MOST_RESULTS, find
from search.models import BestBet
from search.models.curation import key_of
from search.query import clean
from search.reading import read
from search.results import best_bet, results

RESULTS_PER_PAGE = 10


@dataclass(frozen=True)
class Link:
    title: str
    href: str
    count: int = 0
    is_current: bool = False


class SearchPage:
    def __init__(self, request):
        self.request, self.locale = request, Locale.get_active()
        self.query = clean(request.GET.get("q", ""))
        self.narrowed = chosen(request.GET, self.locale.pk) if self.query else {}
        self.by_date = request.GET.get("sort") == "date"
        self.literal = request.GET.get("literal") == "1"
        labels = tuple(choice.label for choice in self.narrowed.values())
        self.found = find(self.query, self.locale, labels, self.by_date, self.literal, request)
        self.page = page_of(Paginator(self.found.keys, RESULTS_PER_PAGE), request)

    @property
    def is_readable(self) -> bool:
        return bool(self.found.reading.groups)

    @property
    def is_first(self) -> bool:
        """Whether this is a search somebody has just typed, not a further page or a choice within it."""
        return self.is_readable and self.page.number == 1 and not self.narrowed and not self.by_date

    @cached_property
    def results(self) -> list:
        found = self.found
        keys = list(self.page.object_list)
        return results(keys, found.reading, self.locale, self.request, found.partial)

    @cached_property
    def best_bets(self) -> list:
        if not self.is_first:
            return []
        key = key_of(self.found.reading.query.text, self.locale.language_code)
        bets = remembered(self.request, f"best-bets-{self.locale.pk}", self.all_bets)
        today = timezone.localdate()
        same = [bet for bet in bets if bet.key == key and bet.is_on(today)]
        shown = [best_bet(bet, self.request) for bet in same]
        return list({bet.url: bet for bet in shown if bet}.values())

    def all_bets(self) -> list[BestBet]:
        bets = list(BestBet.objects.filter(locale=self.locale).select_related("locale"))
        for bet in bets:
            # Kept with what is remembered, for stems take time where there are many.
            bet.key  # noqa: B018
        return bets

    @property
    def others(self) -> list:
        """The results but for those that already stand above them as best bets."""
        shown = {bet.url for bet in self.best_bets}
        return [result for result in self.results if result.url not in shown]

    @property
    def has_more(self) -> bool:
        return self.found.total > MOST_RESULTS

    def address(self, **changes) -> str:
        """The address of this search with some parameters changed; None takes one away, the page goes always."""
        state = {"q": self.query, **{name: choice.value for name, choice in self.narrowed.items()}}
        state |= {"sort": "date"} if self.by_date else {}
        state |= {"literal": "1"} if self.literal else {}
        state |= changes
        return "?" + urlencode({name: value for name, value in state.items() if value})

    @cached_property
    def facets(self) -> list[tuple[Facet, list[Link]]]:
        found = facets(self.found.counts, self.narrowed, self.locale.pk)
        return [
            (facet, [self.choice_link(facet.name, choice) for choice in facet.choices])
            for facet in found
        ]

    def choice_link(self, name: str, choice: Choice) -> Link:
        value = None if choice.is_chosen else choice.value
        return Link(choice.title, self.address(**{name: value}), choice.count, choice.is_chosen)

    @property
    def orders(self) -> list[Link]:
        return [
            Link(_("Relevance"), self.address(sort=None), is_current=not self.by_date),
            Link(_("Date"), self.address(sort="date"), is_current=self.by_date),
        ]

    @cached_property
    def languages(self) -> list[Link]:
        """How much the same words find in the other languages, and the link that searches there."""
        links = []
        for locale in self.other_locales if self.is_first else []:
            reading = read(self.found.reading.query.text, locale, self.request)
            number = engine().count(reading.match()) if reading.groups else 0
            if number:
                name = translation.get_language_info(locale.language_code)["name_translated"]
                path = translate_url(self.request.path, locale.language_code)
                links.append(Link(name, f"{path}?{urlencode({'q': self.query})}", number))
        return links

    @property
    def other_locales(self) -> list[Locale]:
        locales = remembered(self.request, "locales", lambda: list(Locale.objects.all()))
        return [locale for locale in locales if locale != self.locale]

    @property
    def base_query(self) -> str:
        return self.address().removeprefix("?")

    @property
    def links(self) -> dict[str, str]:
        return {
            "literal": self.address(literal="1"),
            "suggested": self.address(q=self.found.suggested),
            "all": self.address(**dict.fromkeys(self.narrowed)),
        }
