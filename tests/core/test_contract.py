"""What holds for every stream of the project, whatever stands in it: walked from the models, so that none is forgotten."""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.conf import settings
from django.test import RequestFactory
from django.utils import translation
from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

from blog.blocks import ArticleStreamBlock
from home.blocks.landing import LandingStreamBlock
from tests import factories
from tests.bodies import NOT_IN_FEEDS, landing_body

CATALOGUE, ARTICLE = LandingStreamBlock(), ArticleStreamBlock()
# What menus, footer, brand and announcement are made of: links, which no page shows as blocks.
LINKS = {"link", "column", "profile"}
# Without a limit: cells of tables, and the links in a column of the footer.
UNLIMITED = {"text", "links"}
OURS = set(settings.INSTALLED_APPS[: settings.INSTALLED_APPS.index("core") + 1])


def streams() -> dict[str, StreamField]:
    models = [model for model in apps.get_models() if model._meta.app_label in OURS]
    return {
        field.name + " of " + model._meta.label: field
        for model in models
        for field in model._meta.local_fields
        if isinstance(field, StreamField)
    }


def walk(block: blocks.Block, path: str = "") -> Iterator[tuple[str, blocks.Block]]:
    """Yield all blocks that an editor meets inside one, with the names on the way."""
    yield path, block
    # Wagtail’s own inside.
    inner = {} if isinstance(block, ImageBlock) else getattr(block, "child_blocks", {})
    for name, child in inner.items():
        yield from walk(child, f"{path}.{name}" if path else name)
    if isinstance(block, blocks.ListBlock):
        yield from walk(block.child_block, f"{path}.*")


EVERYWHERE = {
    f"{path} in {field}": block
    for field, stream in streams().items()
    for path, block in walk(stream.stream_block)
}


def of_kind(kind: type) -> list[tuple[str, blocks.Block]]:
    return [(where, block) for where, block in EVERYWHERE.items() if isinstance(block, kind)]


def test_the_walk_meets_every_stream_there_is():
    assert {name.split(" of ")[1] for name in streams()} >= {
        *("blog.BlogPostPage", "blog.PostPattern", "core.SharedSection", "home.ContentPage"),
        *("home.HomePage", "home.LandingPage", "leads.FormPage", "core.Navigation", "core.Footer"),
    }
    assert len(of_kind(blocks.StructBlock)) > 100


@pytest.mark.parametrize("field", streams())
def test_a_stream_offers_nothing_that_the_catalogue_does_not_hold_to_its_contract(field):
    stream = streams()[field].stream_block
    inner = {
        name: block
        for path, holder in walk(stream)
        if isinstance(holder, blocks.StreamBlock)
        for name, block in holder.child_blocks.items()
    }
    known = {name for name, block in CATALOGUE.child_blocks.items()}
    assert set(inner) <= known or set(inner) <= LINKS
    for name, block in inner.items():
        if name in known:
            assert type(block) is type(CATALOGUE.child_blocks[name]), name


def named(group) -> list[str]:
    """The fields that a layout places, in groups within groups and behind the cog."""
    found = []
    for entry in (*group.children, *group.settings):
        found += [entry] if isinstance(entry, str) else named(entry)
    return found


def test_a_layout_places_every_field_once():
    # What a layout forgets is stored and never shown.
    forgetful = [
        where
        for where, block in of_kind(blocks.StructBlock)
        if sorted(named(block.get_form_layout())) != sorted(block.child_blocks)
    ]
    assert forgetful == []


def test_lists_and_lines_end_somewhere():
    endless = [where for where, block in of_kind(blocks.ListBlock) if not block.meta.max_num]
    endless += [
        where
        for where, block in of_kind(blocks.CharBlock)
        if type(block) is blocks.CharBlock and not block.field.max_length
    ]
    assert {where.split(" in ")[0].split(".")[-1] for where in endless} <= UNLIMITED


@pytest.fixture
def full(home, blog):
    image, person = factories.make_image(), factories.PersonFactory()
    image.contextual_alt_text, image.decorative = "A loom", False
    body = landing_body(blog, image, person, factories.BlogPostPageFactory(parent=blog))
    return StreamValue(CATALOGUE, body)


def test_every_block_renders_full(full):
    request = RequestFactory().get("/")
    assert [block.block_type for block in full] == list(CATALOGUE.child_blocks)
    for block in full:
        html = block.render({"request": request, "id": "b1"})
        shown = BeautifulSoup(html, "html.parser")
        assert shown.get_text(strip=True), block.block_type
        assert "None" not in html, block.block_type
        if block.block_type not in NOT_IN_FEEDS:
            assert shown.select(f".{block.block_type}"), block.block_type


def test_every_full_block_can_be_published(full):
    CATALOGUE.clean(full)


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_slash_and_a_name_lead_to_the_block_of_that_name(language):
    """What is typed after a slash is looked for in descriptions, too, and Enter takes what stands first."""
    with translation.override(language):
        offered = [(str(b.label), str(b.get_description())) for b in ARTICLE.child_blocks.values()]
    hidden = {
        label: before
        for place, (label, _description) in enumerate(offered)
        for before, text in offered[:place]
        if label.lower() in f"{before} {text}".lower()
    }
    assert hidden == {}
