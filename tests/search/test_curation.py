"""What marketers decide: best bets and synonyms, and what the reports tell them."""

import datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Locale

from search.models import BestBet, SearchRecord, Synonyms
from search.recording import forget, storable
from tests import factories
from tests.search.asking import found


@pytest.fixture
def english(home) -> Locale:
    return home.locale


@pytest.fixture
def price(home):
    return factories.ContentPageFactory(parent=home, title="What we charge")


def best_bets(client, words: str, language="en") -> list[str]:
    address = "/search/" if language == "en" else f"/{language}/search/"
    return [str(bet.title) for bet in client.get(address, {"q": words}).context["search"].best_bets]


def test_a_best_bet_comes_first_for_its_words_in_any_form(client, price, english):
    BestBet.objects.create(words="loom prices", page=price, locale=english)
    for words in ("loom prices", "Prices looms", "the price of a loom"):
        assert best_bets(client, words) == ["What we charge"]
    assert best_bets(client, "prices") == []
    assert best_bets(client, "loom prices", "it") == []


def test_a_best_bet_is_not_listed_twice(client, price, english):
    BestBet.objects.create(words="charge", page=price, locale=english)
    assert best_bets(client, "charge") == ["What we charge"]
    assert found(client, "charge") == []


@pytest.mark.parametrize(
    ("starts", "ends", "shown"), [(-1, 1, True), (0, 0, True), (1, None, False), (None, -1, False)]
)
def test_a_best_bet_keeps_its_days(client, price, english, starts, ends, shown):
    today = timezone.localdate()
    starts_on, ends_on = (
        None if days is None else today + datetime.timedelta(days) for days in (starts, ends)
    )
    BestBet.objects.create(
        words="cost", page=price, locale=english, starts_on=starts_on, ends_on=ends_on
    )
    assert bool(best_bets(client, "cost")) == shown


def test_a_best_bet_that_is_not_public_is_not_shown(client, price, english):
    BestBet.objects.create(words="cost", page=price, locale=english)
    price.unpublish()
    assert best_bets(client, "cost") == []


@pytest.mark.parametrize(
    "fields", [{"words": "!!"}, {"starts_on": "2026-02-02", "ends_on": "2026-02-01"}]
)
def test_a_best_bet_that_could_never_show_is_refused(price, english, fields):
    bet = BestBet(**{"words": "cost", "page": price, "locale": english} | fields)
    with pytest.raises(ValidationError):
        bet.full_clean()


def test_synonyms_find_each_other_in_their_language_only(client, home, english):
    factories.ContentPageFactory(parent=home, title="Settee for two")
    factories.ContentPageFactory(parent=home, title="A comfortable chair")
    Synonyms.objects.create(words="sofa, settee, comfortable chair", locale=english)
    assert set(found(client, "sofas")) == {"Settee for two", "A comfortable chair"}
    assert found(client, '"sofa"') == []
    assert found(client, "sofa", "it") == []


def test_one_word_has_no_synonyms(english):
    with pytest.raises(ValidationError):
        Synonyms(words="sofa, ", locale=english).full_clean()


def test_searches_and_clicks_are_counted_by_day(client, price):
    for _time in range(2):
        client.get("/search/", {"q": "Charge"})
    client.get("/search/", {"q": "zebra"})
    client.get("/search/", {"q": "charge", "sort": "date"})
    assert client.post("/search/click/", {"q": "Charge"}).status_code == 204
    client.post("/search/click/", {"q": "never searched"})
    counts = {r.words: (r.searches, r.results, r.clicks) for r in SearchRecord.objects.all()}
    assert counts == {"charge": (2, 1, 1), "zebra": (1, 0, 0)}


def test_there_are_never_more_clicks_than_searches(client, price):
    client.get("/search/", {"q": "charge"})
    for _time in range(3):
        client.post("/search/click/", {"q": "charge"})
    assert SearchRecord.objects.get().clicks == 1


@pytest.mark.parametrize(
    "words",
    ["ada@example.org", "call +39 333 1234567", "https://example.org/x", "w " * 8, "w" * 61],
)
def test_what_may_tell_of_a_person_is_not_stored(client, price, words):
    assert storable(words) == ""
    client.get("/search/", {"q": words})
    assert not SearchRecord.objects.exists()


def test_records_are_forgotten_in_time(english, settings):
    settings.SEARCH_RETENTION_DAYS = 30
    today = timezone.localdate()
    for days in (29, 30, 31):
        SearchRecord.objects.create(
            words=str(days), locale=english, day=today - datetime.timedelta(days)
        )
    assert forget(today) == 1
    assert not SearchRecord.objects.filter(words="31").exists()


def test_the_first_search_of_a_day_makes_room(client, price, english):
    long_ago = timezone.localdate() - datetime.timedelta(days=4000)
    SearchRecord.objects.create(words="old", locale=english, day=long_ago)
    client.get("/search/", {"q": "charge"})
    assert [record.words for record in SearchRecord.objects.all()] == ["charge"]


@pytest.fixture
def records(english):
    today = timezone.localdate()
    for words, searches, results, clicks, days in [
        ("loom", 5, 9, 2, 0),
        ("loom", 3, 9, 0, 1),
        ("zebra", 4, 0, 0, 0),
        ("wool", 2, 3, 0, 0),
    ]:
        SearchRecord.objects.create(
            words=words,
            locale=english,
            searches=searches,
            results=results,
            clicks=clicks,
            day=today - datetime.timedelta(days),
        )
    return today


def rows(client, address: str, **parameters) -> list[list[str]]:
    response = client.get(address, {"export": "csv", **parameters})
    assert response.status_code == 200
    lines = response.getvalue().decode("utf-8-sig").splitlines()
    return [line.split(",") for line in lines[1:]]


def test_the_report_lists_what_is_searched_for_most(admin, records):
    assert rows(admin, "/admin/reports/searches/") == [
        ["loom", "en", "8", "9", "2"],
        ["zebra", "en", "4", "0", "0"],
        ["wool", "en", "2", "3", "0"],
    ]


def test_the_report_is_narrowed_to_what_finds_nothing_or_leads_nowhere(admin, records):
    address = "/admin/reports/searches/"
    assert [row[0] for row in rows(admin, address, lacking="most")] == ["zebra"]
    assert [row[0] for row in rows(admin, address, lacking="followed")] == ["zebra", "wool"]
    assert rows(admin, address, day_from=records.isoformat())[0] == ["loom", "en", "5", "9", "2"]
    assert "zebra" in admin.get(f"{address}?lacking=most").content.decode()


def test_the_report_by_day_shows_how_it_goes(admin, records):
    assert rows(admin, "/admin/reports/searches/days/") == [
        [records.isoformat(), "11", "3", "4", "9"],
        [(records - datetime.timedelta(1)).isoformat(), "3", "1", "0", "3"],
    ]
    assert admin.get("/admin/reports/searches/days/").status_code == 200


@pytest.mark.parametrize("role", ["Marketers", "Editors", "SEO"])
def test_every_role_of_the_desk_reads_the_reports(client, make_user, role):
    client.force_login(make_user(role))
    assert client.get("/admin/reports/searches/").status_code == 200
    assert "/admin/reports/searches/" in client.get("/admin/").content.decode()


def test_an_account_without_a_role_does_not(client, make_user, django_user_model):
    group = Group.objects.create(name="Nobody")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(make_user("Nobody"))
    assert client.get("/admin/reports/searches/").status_code in (302, 403)
