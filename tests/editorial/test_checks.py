"""The panel “Checks”: who gets it, on which previews, and that its rules have their judges."""

import json
import re
from pathlib import Path

import pytest
from django.test import RequestFactory
from django.utils import translation

from core import advice
from editorial.checks.item import RULES, ChecksItem
from tests import factories

STATIC = Path(__file__).resolve().parents[2] / "static/js/admin"
MOCKS = ("search_result", "shared_card", "listing_card")


@pytest.fixture
def post(blog):
    post = factories.BlogPostPageFactory(parent=blog, slug="post")
    post.save_revision().publish()
    return post


def preview(client, record, mode: str) -> str:
    """What the preview beside the editor shows to whoever is signed in."""
    request = RequestFactory().get("/", SERVER_NAME="localhost")
    request.META["HTTP_COOKIE"] = f"sessionid={client.cookies['sessionid'].value}"
    panel = {"in_preview_panel": True}
    return record.make_preview_request(request, mode, panel).content.decode()


def test_the_bar_carries_our_checks_and_their_judges(admin, post):
    for text in (admin.get("/blog/post/").content.decode(), preview(admin, post, "")):
        configuration = re.search(r'checker-axe-configuration"[^>]*>(.*?)</script>', text)[1]
        rules = json.loads(configuration)["options"]["runOnly"]
        assert {name for name, *_rest in RULES} <= set(rules)
        assert "admin/checks" in text
        assert '<main class="site-main"' in text


def test_the_panel_of_the_editor_declares_the_same(admin, post):
    text = admin.get(f"/admin/pages/{post.pk}/edit/").content.decode()
    assert "check-link-text" in text
    assert '"reading-advice"' in text
    assert "data-content-readability-score" not in text


@pytest.mark.parametrize("mode", MOCKS)
def test_what_only_imitates_a_page_is_not_checked(admin, post, mode):
    text = preview(admin, post, mode)
    assert "</main>" in text
    assert "wagtail-userbar" not in text


@pytest.mark.parametrize(
    ("mode", "checked"), [("profile", True), ("card", False), ("byline", False)]
)
def test_of_a_person_the_profile_is_checked_and_their_card_is_not(
    admin, people_index, mode, checked
):
    person = factories.PersonFactory(name="Ada", slug="ada")
    person.save_revision()
    assert ("wagtail-userbar" in preview(admin, person, mode)) == checked


def test_readers_pay_no_byte_for_it(client, post):
    text = client.get("/blog/post/").content.decode()
    assert "userbar" not in text
    assert "checks" not in text


def test_every_rule_has_its_judge_and_its_words():
    script = (STATIC / "checks.js").read_text()
    judged = set(re.findall(r'^    "([\w-]+)": \(', script, re.MULTILINE))
    assert judged == {name for name, *_rest in RULES}
    for words in (ChecksItem.axe_messages[name] for name in judged):
        for text in words.values():
            with translation.override("it"):
                italian = str(text)
            assert italian != str(text)


def test_every_formula_has_its_sum():
    script = (STATIC / "reading.js").read_text()
    assert {formula.name for formula in advice.READABILITY.values()} == set(
        re.findall(r"^  (\w+): \(sentences, words\)", script, re.MULTILINE)
    )


@pytest.mark.parametrize(
    ("words", "vague"),
    [
        ("Read more →", True),
        ("«Clicca qui»", True),
        ("  QUI. ", True),
        ("https://example.org/", True),
        ("www.example.org", True),
        ("our list of prices", False),
        ("Leggi come si affila una lama", False),
        ("here be dragons", False),
    ],
)
def test_links_are_vague_or_they_are_not(words, vague):
    assert advice.is_vague(words) is vague


def test_the_lists_are_written_as_they_are_compared():
    for words in advice.VAGUE_LINKS:
        assert advice.is_vague(words)
        assert words == words.lower().strip(advice.AROUND_LINKS)
