"""An address says what a title says, without the words that say nothing."""

import json
import time

import pytest
from wagtail.models import Locale

from blog.models import BlogPostPage
from core.slugs import rules_of, slug_attributes, slug_of
from tests import factories
from tests.core.slug_cases import CASES


@pytest.mark.parametrize(("language", "title", "slug"), CASES)
def test_a_title_leads_to_an_address(language, title, slug):
    assert slug_of(title, language) == slug


@pytest.mark.parametrize("language", ["it", "en"])
def test_what_somebody_has_typed_as_an_address_stays(language):
    for slug in ("the-end-of-the-world", "la-casa-di-carta", "da", "l-altra", "a_b"):
        assert slug_of(slug, language) == slug


@pytest.mark.parametrize("title", ["", "…", "!?", "’", "   "])
def test_what_has_no_letters_leads_nowhere(title):
    assert slug_of(title, "it") == ""


def test_a_language_without_rules_loses_no_word():
    assert slug_of("Der Weg nach oben", "de") == "der-weg-nach-oben"


def test_no_title_takes_long():
    began = time.perf_counter()
    for title in ("a " * 127, "l'" * 127, "e" * 255, "e " * 120 + "é"):
        slug_of(title, "it")
    assert time.perf_counter() - began < 1


def test_a_page_without_an_address_gets_one_by_the_rules_of_its_language(blog, italian_home):
    titled = {"title": "The end of a loom in the"}
    assert blog.add_child(instance=BlogPostPage(**titled)).slug == "end-loom"
    assert blog.add_child(instance=BlogPostPage(live=False, **titled)).slug == "end-loom-2"
    italian = factories.BlogIndexPageFactory(parent=italian_home)
    post = BlogPostPage(title="L’impatto dell’IA sull’università")
    assert italian.add_child(instance=post).slug == "impatto-ia-universita"
    assert blog.add_child(instance=BlogPostPage(title="The", slug="own")).slug == "own"


def test_the_form_of_a_page_brings_the_rules_of_its_language(admin, blog, italian_home):
    italian = factories.BlogIndexPageFactory(parent=italian_home)
    for parent in (blog, italian):
        response = admin.get(f"/admin/pages/add/blog/blogpostpage/{parent.pk}/")
        attrs = response.context["form"].fields["slug"].widget.attrs
        formatters = json.loads(attrs["data-w-slug-formatters-value"])
        assert len(formatters) == len(rules_of(parent.locale.language_code))
        assert attrs.items() >= slug_attributes(parent.locale).items()
        assert attrs["data-w-slug-locale-value"] == parent.locale.language_code
        assert attrs["maxlength"] == "255"


def test_what_is_no_page_keeps_every_word_of_its_name(admin):
    attrs = (
        admin.get("/admin/snippets/people/person/add/").context["form"]["slug"].field.widget.attrs
    )
    assert "data-w-slug-formatters-value" not in attrs
    assert slug_attributes(Locale.objects.get(language_code="en"))
