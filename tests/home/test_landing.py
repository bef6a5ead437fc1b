"""Landing pages: how they open, what publishing asks of their sections, what they say to machines."""

import pytest
from bs4 import BeautifulSoup
from wagtail.blocks import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from home.blocks.landing import LandingStreamBlock
from home.blocks.pricing import PricingBlock
from home.blocks.sections import CallToActionBandBlock, FeatureGridBlock, HeroBlock, SplitBlock
from tests import factories
from tests.bodies import faq
from tests.core.test_blocks import errors_of
from tests.seo.test_article import graph, of_type

HERO = ("hero", {"title": "Rent a loom", "text": "<p>By the &amp; hour.</p>"})
TEXT = ("text", "<p>Prose.</p>")
PLAN = {"name": "Day", "price": "€ 1", "includes": ["A loom"]}
STREAM = LandingStreamBlock()


def headlines(client, page) -> list[str]:
    shown = BeautifulSoup(client.get(page.url).content, "html.parser")
    return [title.get_text() for title in shown.select("h1")]


@pytest.mark.parametrize(
    ("body", "headline"),
    [
        ([], "Looms"),
        ([TEXT], "Looms"),
        ([HERO, TEXT], "Rent a loom"),
        ([("hero", {}), TEXT], "Looms"),
        # A draft is shown before anybody has moved its hero to the top.
        ([TEXT, HERO], "Looms"),
    ],
)
def test_a_page_has_one_headline_however_it_opens(client, home, body, headline):
    page = factories.LandingPageFactory(parent=home, title="Looms", body=body)
    assert headlines(client, page) == [headline]


def test_the_hero_stands_at_the_top(db):
    STREAM.clean(STREAM.normalize([HERO, TEXT]))
    with pytest.raises(StreamBlockValidationError) as caught:
        STREAM.clean(STREAM.normalize([TEXT, HERO]))
    assert set(caught.value.block_errors) == {1}
    STREAM.clean_deferred(STREAM.normalize([TEXT, HERO]))


@pytest.mark.parametrize(
    ("block", "value", "complaints"),
    [
        (HeroBlock(), {}, set()),
        (HeroBlock(), {"link": {"text": "x", "url": "https://a.example/", "email": "a@a.example"}}, {"link"}),
        (FeatureGridBlock(), {"features": [{"title": "One", "text": "<p>One</p>"}]}, {"features"}),
        (FeatureGridBlock(), {"features": [{"title": "One", "text": "<p>One</p>"}] * 2}, set()),
        (SplitBlock(), {}, {"title", "text", "image"}),
        (PricingBlock(), {}, {"plans"}),
        (PricingBlock(), {"plans": [PLAN]}, set()),
        (PricingBlock(), {"plans": [PLAN | {"recommended": True}] * 2}, {"plans"}),
        (CallToActionBandBlock(), {"title": "Come", "link": {}}, {"link"}),
    ],
)  # fmt: skip
def test_publishing_says_at_the_field_what_a_section_lacks(db, block, value, complaints):
    assert errors_of(block, value) == complaints


def test_a_second_recommended_plan_is_named(db):
    value = {"plans": [PLAN, PLAN | {"recommended": True}, PLAN | {"recommended": True}]}
    with pytest.raises(StructBlockValidationError) as caught:
        PricingBlock().clean(PricingBlock().normalize(value))
    plans = caught.value.block_errors["plans"]
    assert {at: set(error.block_errors) for at, error in plans.block_errors.items()} == {
        2: {"recommended"}
    }


def test_a_landing_page_is_described_and_shared_by_its_hero(client, home):
    image = factories.make_image()
    image.contextual_alt_text, image.decorative = "A loom", False
    page = factories.LandingPageFactory(
        parent=home, title="Looms", body=[("hero", HERO[1] | {"image": image}), ("faq", faq())]
    )
    head = BeautifulSoup(client.get(page.url).content, "html.parser").head
    assert head.find("meta", attrs={"name": "description"})["content"] == "By the & hour."
    assert head.find("meta", property="og:image")
    assert head.title.get_text().startswith("Looms")
    assert len(of_type(graph(client, page), "FAQPage")) == 1


@pytest.mark.parametrize("placement", ["beside", "below"])
def test_the_picture_of_the_hero_is_wanted_first(client, home, placement):
    image = factories.make_image()
    image.contextual_alt_text, image.decorative = "A loom", False
    value = HERO[1] | {"image": image, "placement": placement}
    page = factories.LandingPageFactory(parent=home, body=[("hero", value)])
    picture = BeautifulSoup(client.get(page.url).content, "html.parser").select_one(".hero img")
    assert (picture["alt"], picture["fetchpriority"]) == ("A loom", "high")
    assert not picture.get("loading")
