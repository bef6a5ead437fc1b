"""What editors see beside the page is what its live head says."""

import re
from base64 import b64decode
from html import unescape

import pytest

from blog.models import Tag
from tests import factories

HEAD = {
    "title": r"<title>(.*?)</title>",
    "description": r'name="description" content="(.*?)"',
    "share_title": r'property="og:title" content="(.*?)"',
    "share_description": r'property="og:description" content="(.*?)"',
    "picture": r'property="og:image" content="(.*?)"',
}
SHOWN = {
    "title": r'class="look-title">(.*?)</h3>',
    "description": r'class="look-description">(.*?)</p>',
    "share_title": r'class="look-share_title">(.*?)</h3>',
    "share_description": r'class="look-share_description">(.*?)</p>',
    "picture": r'<img src="(.*?)"',
}


def found(patterns, text: str) -> dict[str, str]:
    return {
        name: unescape(match[1])
        for name, pattern in patterns.items()
        if (match := re.search(pattern, text))
    }


def preview(record, mode: str) -> str:
    return record.make_preview_request(preview_mode=mode).content.decode()


def both(record) -> dict[str, str]:
    return found(SHOWN, preview(record, "search_result") + preview(record, "shared_card"))


@pytest.fixture
def records(blog, people_index):
    """One of each kind that has an address, by that address."""
    person = factories.PersonFactory(name="Ada", slug="ada", short_bio="<p>Weaves.</p>")
    category = factories.CategoryFactory(name="Looms", slug="looms", description="On looms.")
    picture = factories.make_image(size=(1300, 700))
    post = factories.BlogPostPageFactory(
        parent=blog, slug="post", lead="<p>The lead.</p>", category=category, share_image=picture
    )
    factories.sign(post, person)
    post.tags.add("wool")
    post.save_revision().publish()
    return {
        "/blog/post/": post,
        "/blog/": blog,
        "/people/": people_index,
        "/people/ada/": person,
        "/blog/category/looms/": category,
        "/blog/tag/wool/": Tag.objects.get(slug="wool"),
    }


def test_the_previews_say_what_the_live_head_says(client, records):
    for address, record in records.items():
        shown, live = both(record), found(HEAD, client.get(address).content.decode())
        drawn = shown.pop("picture")
        picture = live.pop("picture")
        assert shown == live, address
        if drawn.startswith("data:"):
            # What is drawn is the same picture, though a draft’s stands at no address.
            path = picture.removeprefix("http://localhost")
            assert b64decode(drawn.partition(",")[2]) == client.get(path).content
        else:
            assert drawn == picture


def test_they_follow_what_editors_write(records):
    post = records["/blog/post/"]
    post.seo_title, post.share_description = "Wool & <looms>", "Shared."
    shown = both(post)
    assert shown["title"].startswith("Wool & <looms> – ")
    assert shown["share_description"] == "Shared."


def test_each_field_says_where_its_words_come_from(records):
    post = records["/blog/post/"]
    post.search_description = "Written."
    text = preview(post, "look")
    sources = dict(re.findall(r'data-field="(\w+)"[^>]* data-source="(.*?)"', text))
    assert sources == {
        "seo_title": "the title or name",
        "search_description": "written here",
        "share_title": "the same as for search engines",
        "share_description": "the same as for search engines",
    }
    assert "Picture: chosen here." in text


def test_a_picture_that_is_too_small_is_named(records):
    post = records["/blog/post/"]
    post.share_image = factories.make_image(size=(300, 200))
    assert "too small" in preview(post, "shared_card")


def test_what_has_no_address_says_so(db):
    assert "no address of its own yet" in preview(factories.PersonFactory(), "search_result")


def test_the_modes_stand_after_the_page_itself(records):
    for record in records.values():
        names = [name for name, _label in record.preview_modes]
        assert names[-2:] == ["search_result", "shared_card"] or "listing_card" in names
    assert records["/blog/post/"].default_preview_mode == ""


def test_a_hidden_page_says_that_it_will_not_be_listed(records):
    post = records["/blog/post/"]
    post.noindex = True
    assert "asked not to list it" in preview(post, "search_result")


def test_an_italian_person_is_previewed_in_italian(italian_home):
    italian = factories.locale("it")
    factories.PeopleIndexPageFactory(parent=italian_home, slug="people", locale=italian)
    person = factories.PersonFactory(locale=italian)
    assert '<html lang="it">' in preview(person, "search_result")


@pytest.mark.parametrize("address", ["pages/{}/edit/", "snippets/people/person/edit/{}/"])
def test_the_tab_holds_counters_and_the_look(admin, records, address):
    key = "/blog/post/" if address.startswith("pages") else "/people/ada/"
    text = admin.get("/admin/" + address.format(records[key].pk)).content.decode()
    assert 'data-controller="promote"' in text
    assert text.count('data-controller="counter"') == 4
    assert "admin/counter" in text


def test_a_post_is_shown_as_listings_show_it(records):
    post = records["/blog/post/"]
    assert re.search(rf'class="post_card-title">.*{post.title}', preview(post, "listing_card"))
