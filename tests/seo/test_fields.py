"""The fields for machines of everything that has an address, and what is refused in them."""

import re

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site
from wagtail.test.utils.form_data import inline_formset, rich_text

from core.models.seo import canonical_message
from seo.models import SeoSettings
from tests import factories

ADDRESSES = {
    "person": "/people/ada/",
    "category": "/blog/category/tools/",
    "tag": "/blog/tag/looms/",
}


@pytest.fixture
def records(blog, people_index):
    category = factories.CategoryFactory(name="Tools", slug="tools")
    ada = factories.PersonFactory(name="Ada", slug="ada")
    post = factories.BlogPostPageFactory(parent=blog, category=category)
    post.tags.add("Looms")
    post.save()
    factories.sign(post, ada)
    return {"person": ada, "category": category, "tag": post.tags.get()}


def head(client, address: str) -> str:
    return client.get(address).content.decode().split("</head>")[0]


@pytest.mark.parametrize("kind", ADDRESSES)
def test_what_editors_write_of_a_record_wins(client, records, kind):
    record = records[kind]
    record.seo_title, record.search_description = "Written title", "Written description"
    record.share_title, record.share_description = "Shared title", "Shared description"
    record.canonical_url, record.noindex, record.nofollow = "http://localhost/first/", True, True
    record.share_image = factories.make_image(size=(1300, 700))
    record.save()
    text = head(client, ADDRESSES[kind])
    for tag in (
        "<title>Written title – Vetrina</title>",
        '<meta name="description" content="Written description">',
        '<meta name="robots" content="noindex, nofollow">',
        '<link rel="canonical" href="http://localhost/first/">',
        '<meta property="og:title" content="Shared title">',
        '<meta property="og:description" content="Shared description">',
    ):
        assert tag in text
    assert re.search(r'property="og:image" content="http://localhost/media/images/', text)


@pytest.mark.parametrize("kind", ADDRESSES)
def test_where_editors_write_nothing_everything_is_there(client, records, kind):
    text = head(client, ADDRESSES[kind])
    for name in ('name="description"', 'property="og:description"', 'property="og:image"'):
        assert re.search(rf'<meta {name} content="[^"]+">', text), name


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/post/",
        "http://user:secret@localhost/post/",
        "http://localhost/post/#part",
        "ftp://localhost/post/",
        "http://localhost.elsewhere.example/",
    ],
)
def test_a_canonical_address_that_gives_the_page_away_is_refused(records, address):
    for record in records.values():
        record.canonical_url = address
        with pytest.raises(ValidationError) as refused:
            record.full_clean()
        assert "canonical_url" in refused.value.message_dict


def test_the_sites_of_originals_may_be_named(records):
    assert canonical_message("https://first.example/post/")
    SeoSettings.objects.create(
        site=Site.objects.get(), original_sites="other.example\nfirst.example"
    )
    assert not canonical_message("https://first.example/post/")


def test_what_is_no_name_of_a_site_is_refused(home):
    with pytest.raises(ValidationError):
        SeoSettings(site=Site.objects.get(), original_sites="https://first.example/").full_clean()


def test_a_forged_canonical_address_is_refused_with_a_message(admin, blog, records):
    category = records["category"]
    address = f"/admin/snippets/blog/category/edit/{category.pk}/"
    form = {"name": "Tools", "slug": "tools", "canonical_url": "https://elsewhere.example/"}
    response = admin.post(address, form)
    assert "is another site" in response.content.decode()
    category.refresh_from_db()
    assert category.canonical_url == ""


@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}])
def test_a_page_with_a_forged_canonical_address_is_not_saved(admin, people_index, action):
    form = {"title": "People", "slug": "people", "canonical_url": "https://elsewhere.example/"}
    comments = inline_formset([])
    form |= {"lead": rich_text(""), **{f"comments-{key}": value for key, value in comments.items()}}
    response = admin.post(f"/admin/pages/{people_index.pk}/edit/", form | action)
    assert "is another site" in response.content.decode()
    people_index.refresh_from_db()
    assert people_index.get_latest_revision_as_object().canonical_url == ""


def test_verification_codes_stand_on_the_home_page_only(client, blog):
    SeoSettings.objects.create(site=Site.objects.get(), google_verification="abc-123")
    tag = '<meta name="google-site-verification" content="abc-123">'
    assert tag in head(client, "/")
    assert tag not in head(client, "/blog/")


def test_a_pasted_tag_is_no_verification_code(home):
    record = SeoSettings(site=Site.objects.get(), google_verification='<meta content="abc">')
    with pytest.raises(ValidationError):
        record.full_clean()
