"""Tags of other services: checked as settings, told to pages only where there are any, and to visitors alone."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Site

from measurement.models import TagSettings
from tests.delivery.test_security import policy

EVERY = {
    "google_analytics": "G-AB12CD34EF",
    "matomo_address": "https://figures.example.org/matomo",
    "matomo_site": "3",
    "plausible_domain": "example.org",
    "meta_pixel": "123456789012345",
    "linkedin_partner": "123456",
}


@pytest.fixture
def set_up(db):
    def set_up(**fields) -> TagSettings:
        record = TagSettings.for_site(Site.objects.get(is_default_site=True))
        for name, value in fields.items():
            setattr(record, name, value)
        record.full_clean()
        record.save()
        return record

    return set_up


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("google_analytics", "UA-12345-1"),
        ("google_analytics", "G-AB12\n"),
        ("google_analytics", "G-<script>"),
        ("meta_pixel", "12345"),
        ("meta_pixel", "1234567890123x"),
        ("linkedin_partner", "abc"),
        ("matomo_address", "http://figures.example.org"),
        ("matomo_address", "https://figures.example.org; script-src *"),
        ("matomo_address", "https://figures.example.org/?a=b"),
        ("matomo_address", "https://localhost"),
        ("plausible_domain", "https://example.org"),
        ("plausible_address", "https://*.example.org"),
    ],
)
def test_an_identifier_that_cannot_be_right_is_refused_at_its_field(set_up, field, value):
    with pytest.raises(ValidationError) as refused:
        set_up(**{"matomo_site": "1" if field == "matomo_address" else "", field: value})
    assert list(refused.value.message_dict) == [field]


def test_all_that_can_be_set_up_is_accepted(set_up):
    kinds = [tag.kind for tag in set_up(**EVERY).tags]
    assert kinds == ["google", "matomo", "plausible", "meta", "linkedin"]


def test_half_of_matomo_is_refused(set_up):
    with pytest.raises(ValidationError) as refused:
        set_up(matomo_site="1")
    assert "matomo_address" in refused.value.message_dict


def test_a_page_says_nothing_of_consent_where_nothing_needs_it(client, home):
    text = client.get("/").content.decode()
    for trace in ("consent.js", "data-consent", "Privacy choices"):
        assert trace not in text


def test_a_page_asks_by_category_and_allows_exactly_the_hosts_of_its_tags(client, home, set_up):
    set_up(google_analytics="G-AB12CD34EF", linkedin_partner="123456")
    response = client.get("/")
    purposes = response.context["consent"].purposes
    assert [(one.key, one.recipients) for one in purposes] == [
        ("statistics", ["Google Analytics"]),
        ("marketing", ["LinkedIn"]),
    ]
    assert policy(response)["script-src"] == [
        "'self'",
        "https://www.googletagmanager.com",
        "https://snap.licdn.com",
    ]
    assert "facebook" not in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    set_up(google_analytics="", linkedin_partner="")
    assert policy(client.get("/"))["script-src"] == ["'self'"]


def test_no_tag_stands_in_a_page_as_script(client, home, set_up):
    set_up(**EVERY)
    text = client.get("/").content.decode()
    for host in ("googletagmanager.com", "facebook.net", "licdn.com", "plausible.io/js"):
        assert host not in text


def test_a_visitor_costs_no_query_more_with_tags_than_without(
    client, home, set_up, django_assert_max_num_queries
):
    set_up(**EVERY)
    client.get("/")
    with django_assert_max_num_queries(18):
        client.get("/")


def test_who_is_signed_in_meets_no_tags(client, admin_client, home, set_up):
    set_up(**EVERY)
    assert b"consent.js" in client.get("/").content
    response = admin_client.get("/")
    assert b"consent" not in response.content
    assert policy(response)["script-src"] == ["'self'"]


def test_a_preview_has_no_tags(home, set_up, rf):
    set_up(**EVERY)
    assert b"consent" not in home.make_preview_request(original_request=rf.get("/")).content


def test_other_recipients_are_another_question(client, home, set_up):
    def version() -> str:
        text = client.get("/").context["consent"].data
        return json.loads(text)["version"]

    set_up(google_analytics="G-AB12CD34EF")
    one = version()
    set_up(google_analytics="G-ZZ12CD34EF")
    assert version() == one
    set_up(meta_pixel="123456789012345")
    assert version() != one


@pytest.mark.parametrize("role", ["Marketers", "Editors", "SEO"])
def test_each_role_may_set_tags_up(client, make_user, home, role):
    client.force_login(make_user(role))
    site = Site.objects.get(is_default_site=True)
    address = reverse("wagtailsettings:edit", args=["measurement", "tagsettings", site.pk])
    form = dict.fromkeys(EVERY, "") | {"plausible_address": "", "google_analytics": "wrong"}
    response = client.post(address, form)
    assert "Write a measurement ID such as G-AB12CD34EF." in response.content.decode()
    assert client.post(address, form | {"google_analytics": "G-AB12CD34EF"}).status_code == 302
    assert TagSettings.for_site(site).google_analytics == "G-AB12CD34EF"
