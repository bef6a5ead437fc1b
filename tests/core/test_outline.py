"""Headings and their addresses: the same in the list of contents and in the text."""

import re
from collections import Counter

from django.template import Context, Template

from blog.models import BlogPostPage
from core.outline import anchored, outline
from tests import factories


def make_post(blog, *headings: str, **fields) -> BlogPostPage:
    body = [("text", f"<h2>{text}</h2><p>Words.</p>") for text in headings]
    post = factories.BlogPostPageFactory(parent=blog, body=body, **fields)
    return BlogPostPage.objects.get(pk=post.pk)


def anchors(post) -> list[str]:
    return [heading.anchor for heading in outline(post.body).headings]


def ids(text: str) -> list[str]:
    return re.findall(r'\sid="([^"]*)"', text)


def test_headings_are_read_in_order_from_prose_and_from_blocks(blog):
    post = factories.BlogPostPageFactory(
        parent=blog,
        body=[
            ("text", "<h2>One <i>and</i> &amp; a half</h2><p>Words</p><h3>Two</h3>"),
            ("heading", {"text": "Three", "level": "h3"}),
            ("key_points", {"title": "No heading of the text", "items": []}),
            ("text", "<p>Words</p><h2></h2><h2> </h2><h2>Four</h2>"),
        ],
    )
    found = outline(BlogPostPage.objects.get(pk=post.pk).body).headings
    assert [(heading.level, heading.text) for heading in found] == [
        (2, "One and & a half"),
        (3, "Two"),
        (3, "Three"),
        (2, "Four"),
    ]


def test_an_address_is_made_of_the_words_and_never_empty_or_twice_there(blog):
    post = make_post(blog, "Perché no?", "Why", "Why", "Why 2", "???", "!!!", "Why")
    assert anchors(post) == [
        "perche-no",
        "why",
        "why-2",
        "why-2-2",
        "section",
        "section-2",
        "why-3",
    ]


def test_an_address_is_short(blog):
    assert len(anchors(make_post(blog, "word " * 50))[0]) <= 60


def test_no_heading_takes_an_address_of_the_page_around_it(client, blog):
    category, series = factories.CategoryFactory(), factories.SeriesFactory()
    fields = {"category": category, "series": series}
    # One to read next and one part of the series.
    factories.BlogPostPageFactory(parent=blog, category=category)
    factories.BlogPostPageFactory(parent=blog, **fields)
    post = make_post(blog, "One", "Two", "Three", **fields)
    post.tags.add("wool")
    post.save()
    taken = ids(client.get(post.url).content.decode())
    assert {"main", "top", "series-title", "tags-title", "share-title", "related-title"} <= set(
        taken
    )
    post.body = [("text", f"<h2>{name.replace('-', ' ')}</h2>") for name in taken]
    post.save()
    counted = Counter(ids(client.get(post.url).content.decode()))
    assert {f"{name}-2" for name in ("main", "top", "series-title")} <= set(counted)
    assert [name for name, count in counted.items() if count > 1] == []


def test_the_list_leads_to_the_headings_of_the_page(client, blog):
    post = make_post(blog, "One", "Two &amp; a half", "Two &amp; a half")
    text = client.get(post.url).content.decode()
    listing = re.search(r'<ol class="contents-list".*?</ol>', text, re.DOTALL)[0]
    assert re.findall(r'href="#([^"]+)"', listing) == ["one", "two-a-half", "two-a-half-2"]
    assert (
        'h2 id="two-a-half-2"><a class="anchor" href="#two-a-half-2">Two &amp; a half</a></h2>'
        in text
    )


def test_two_headings_need_no_list(client, blog):
    text = client.get(make_post(blog, "One", "Two").url).content.decode()
    assert "contents-list" not in text
    assert '<h2 id="one">' in text


def test_a_heading_block_has_its_address_too(client, blog):
    post = factories.BlogPostPageFactory(
        parent=blog, body=[("heading", {"text": "What & why", "level": "h3"})]
    )
    text = client.get(post.url).content.decode()
    assert (
        '<h3 class="heading" id="what-why"><a class="anchor" href="#what-why">What &amp; why</a></h3>'
        in text
    )


def test_a_heading_with_a_link_of_its_own_keeps_it():
    html = '<h2>See <a href="/x/">this</a></h2><p>a &amp; b</p>'
    assert anchored(html, ["see-this"]) == html.replace("<h2>", '<h2 id="see-this">')


def test_without_an_outline_a_block_is_rendered_as_it_is(blog):
    """As in a feed or in the preview of a block."""
    post = make_post(blog, "One")
    template = Template("{% load wagtailcore_tags %}{% include_block block %}")
    text = template.render(Context({"block": post.body[0]}))
    assert "<h2>One</h2>" in text


def test_a_free_page_has_addresses_for_its_headings(client, home):
    page = factories.ContentPageFactory(
        parent=home, body=[("text", "<h2>Where</h2>"), ("text", "<h2>Where</h2>")]
    )
    assert ids(client.get(page.url).content.decode()).count("where-2") == 1
