"""Titles by template: the most particular one wins, and what a page lacks leaves no loose dash."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site

from seo.models import SeoSettings
from seo.titles import DEFAULT, check_template, fill, template_for
from tests import factories


@pytest.mark.parametrize(
    ("template", "variables", "title"),
    [
        (DEFAULT, {}, "Loom – Telaio"),
        ("{title} | {category} | {site}", {"category": "Tools"}, "Loom | Tools | Telaio"),
        ("{title} | {category} | {site}", {}, "Loom | Telaio"),
        ("{category}: {title} – {site}", {}, "Loom – Telaio"),
        ("{site} · {title} – {author}", {}, "Telaio · Loom"),
        ("{title}, {year}", {"year": "2026"}, "Loom, 2026"),
    ],
)
def test_a_template_is_filled_in(template, variables, title):
    assert fill(template, "Loom", "Telaio", variables) == title


def test_a_title_keeps_its_own_dashes_and_braces():
    assert fill(DEFAULT, "A – – {site} –", "Telaio", {}) == "A – – {site} – – Telaio"


def test_a_title_that_names_the_site_says_all():
    assert fill("{title} | {site}", "About Telaio", "Telaio", {}) == "About Telaio"


@pytest.mark.parametrize(
    "template", ["{site}", "{title} {nothing}", "{title.__class__}", "{title!r}", "{title", "{}"]
)
def test_a_template_that_cannot_be_filled_in_is_refused(template):
    with pytest.raises(ValidationError):
        check_template(template)


def test_the_most_particular_template_wins():
    templates = {("", ""): "all", ("", "it"): "it", ("post", ""): "post", ("post", "it"): "both"}
    found = [template_for(templates, *key) for key in (("post", "it"), ("post", "en"), ("x", "it"))]
    assert found == ["both", "post", "it"]
    assert template_for(templates, "x", "en") == "all"
    assert template_for({}, "x", "en") == DEFAULT


def test_templates_are_settings_of_the_admin(admin, blog):
    post = factories.BlogPostPageFactory(
        parent=blog, title="Loom", category=factories.CategoryFactory(name="Tools")
    )
    site = Site.objects.get()
    address = f"/admin/settings/seo/seosettings/{site.pk}/"
    assert admin.get(address).status_code == 200
    row = {"kind": "blog.blogpostpage", "language": "en", "template": "{title} in {category}"}
    assert admin.post(address, form(row)).status_code == 302
    assert "<title>Loom in Tools</title>" in admin.get(post.url).content.decode()
    assert "<title>Blog – Vetrina</title>" in admin.get(blog.url).content.decode()


@pytest.mark.parametrize(
    "rows",
    [
        [{"kind": "", "language": "", "template": "{nonsense}"}],
        [{"kind": "", "language": "en", "template": "{title}"}] * 2,
    ],
)
def test_wrong_and_doubled_templates_are_refused_with_a_message(admin, home, rows):
    response = admin.post(f"/admin/settings/seo/seosettings/{Site.objects.get().pk}/", form(*rows))
    assert response.status_code == 200
    assert "error-message" in response.content.decode()
    assert not SeoSettings.objects.filter(title_templates__isnull=False).exists()


def form(*rows: dict, **fields) -> dict:
    """What the settings' form sends."""
    data = {"title_templates-TOTAL_FORMS": len(rows), "title_templates-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= {f"title_templates-{number}-{name}": value for name, value in row.items()}
        data |= {f"title_templates-{number}-ORDER": number + 1}
    return data | fields
