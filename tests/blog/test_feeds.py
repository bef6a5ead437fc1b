"""What a feed says, in every variant, compared with the pages that a reader sees."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from blog.models import BlogPostPage
from core.models import BrandSettings
from tests import factories
from tests.blog.feeds import SITE, VARIANTS, make_post, read
from tests.bodies import NOT_IN_FEEDS
from tests.bodies import WORDS as BLOCKS

WORDS = [
    "The lead of it <in short>",
    "Warp & weft",
    *(words for name, said in BLOCKS.items() if name not in NOT_IN_FEEDS for words in said),
]


@pytest.fixture
def post(blog, people_index):
    return make_post(blog, title="Looms & <looms>", slug="looms")


@pytest.fixture
def page(client, post):
    return BeautifulSoup(client.get("/blog/looms/").content, "html.parser")


def test_every_feed_has_the_whole_text_of_the_page(client, page):
    shown = " ".join(page.main.get_text().split())
    assert [words for words in WORDS if words not in shown] == []
    for address in VARIANTS:
        (item,) = read(client, address).items
        text = " ".join(item.soup.get_text().split())
        assert [words for words in WORDS if words not in text] == [], address
        assert item.title == page.h1.get_text() == "Looms & <looms>"
        assert item.summary == "The lead of it <in short>"


def test_every_feed_has_the_authors_categories_and_date_of_the_page(client, page):
    names = [name.get_text() for name in page.select(".byline-name")]
    addresses = [SITE + name["href"] for name in page.select("a.byline-name")]
    tags = [tag.get_text() for tag in page.select("a[rel=tag]")]
    for address in VARIANTS:
        (item,) = read(client, address).items
        assert [name for name, _url in item.authors] == names == ["Bea Conti", "Ada Bianchi"]
        if address.endswith(("atom/", "json/")):
            assert [url for _name, url in item.authors] == addresses
        assert item.categories == ["Tools", *tags] == ["Tools", "Looms"]
        assert item.published.date().isoformat() == page.time["datetime"]
        assert item.link == page.find("link", rel="canonical")["href"]


@pytest.mark.parametrize("address", VARIANTS)
def test_the_cover_is_enclosed_with_its_true_length(client, post, address):
    (item,) = read(client, address).items
    ((url, length, media_type),) = item.enclosures
    assert url.startswith(f"{SITE}/media/")
    picture = client.get(url.removeprefix(SITE))
    assert media_type == picture["Content-Type"] == "image/jpeg"
    assert length == len(b"".join(picture.streaming_content))


@pytest.mark.parametrize("address", VARIANTS)
def test_no_address_in_a_text_is_relative_and_nothing_in_it_acts(client, post, address):
    (item,) = read(client, address).items
    tags = item.soup.find_all(True)
    found = [tag[name] for tag in tags for name in ("href", "src", "cite") if tag.has_attr(name)]
    assert {url for url in found if not url.startswith(("http://", "https://"))} == set()
    assert item.soup.find("a", string="Our posts")["href"] == f"{SITE}/blog/"
    assert f"{SITE}/blog/looms/#down" in found
    assert "https://youtu.be/aqz-KE-bpKQ" in found
    acting = {"script", "button", "form", "iframe", "input", "style", "source"}
    assert acting & {tag.name for tag in tags} == set()
    kept = {"href", "src", "cite", "alt", "scope", "width", "height"}
    assert {name for tag in tags for name in tag.attrs} <= kept


@pytest.mark.parametrize(
    ("address", "title", "listing"),
    [
        ("/blog/feed/", "Vetrina · Blog", "/blog/"),
        ("/blog/category/tools/feed/atom/", "Vetrina · Tools", "/blog/category/tools/"),
        ("/blog/tag/looms/feed/json/", "Vetrina · Looms", "/blog/tag/looms/"),
        ("/blog/author/ada/feed/", "Vetrina · Ada Bianchi", "/people/ada/"),
    ],
)
def test_a_feed_says_whose_it_is_and_where_its_list_stands(client, post, address, title, listing):
    document = read(client, address)
    assert (document.title, document.home) == (title, SITE + listing)


@pytest.mark.parametrize("address", VARIANTS)
def test_a_feed_speaks_the_language_of_its_blog(client, italian_home, address):
    blog = factories.BlogIndexPageFactory(parent=italian_home, locale=factories.locale("it"))
    post = factories.BlogPostPageFactory(
        parent=blog,
        locale=factories.locale("it"),
        category=factories.CategoryFactory(slug="tools", locale=factories.locale("it")),
        body=[("embed", {"url": "https://youtu.be/aqz-KE-bpKQ", "title": "Un coniglio"})],
    )
    post.tags.add("Looms")
    post.save()
    factories.sign(post, factories.PersonFactory(slug="ada", locale=factories.locale("it")))
    document = read(client, f"/it{address}")
    assert document.language == "it"
    assert "Filmato: Un coniglio" in document.items[0].html


def test_a_date_is_at_noon_unless_the_hour_of_that_day_is_known(client, blog):
    published = timezone.make_aware(datetime.datetime(2026, 5, 2, 17, 30))
    for title, day in (("that day", 2), ("dated back", 1)):
        factories.BlogPostPageFactory(
            parent=blog,
            title=title,
            published_on=datetime.date(2026, 5, day),
            first_published_at=published,
            last_published_at=published + datetime.timedelta(days=3),
        )
    same_day, dated_back = read(client, "/blog/feed/atom/").items
    assert same_day.published == published
    assert dated_back.published == timezone.make_aware(datetime.datetime(2026, 5, 1, 12))
    assert {item.updated for item in (same_day, dated_back)} == {
        published + datetime.timedelta(days=3)
    }


def test_a_post_without_anything_but_a_title_is_a_valid_item(client, blog):
    factories.BlogPostPageFactory(parent=blog, title="Bare")
    BlogPostPage.objects.update(published_on=None)
    for kind in ("atom/", "json/"):
        (item,) = read(client, f"/blog/feed/{kind}").items
        assert (item.title, item.html, item.enclosures) == ("Bare", "", [])


def test_a_lost_picture_takes_nothing_else_with_it(client, post):
    post.cover.file.delete(save=False)
    (item,) = read(client, "/blog/feed/").items
    assert item.enclosures == []
    assert "The lead of it" in item.html


def test_the_icon_and_the_logo_of_the_brand_come_along(client, post):
    image = factories.make_image()
    BrandSettings.objects.update_or_create(
        site=post.get_site(), defaults={"logo": image, "favicon": image}
    )
    document = client.get("/blog/feed/json/").json()
    icon, logo = document["favicon"], document["icon"]
    assert icon != logo
    assert client.get(icon.removeprefix(SITE)).status_code == 200
    assert client.get(logo.removeprefix(SITE)).status_code == 200
    atom = client.get("/blog/feed/atom/").content.decode()
    assert f"<icon>{icon}</icon><logo>{logo}</logo>" in atom
    assert f"<image><url>{logo}</url>" in client.get("/blog/feed/").content.decode()


def test_the_newest_twenty_come_newest_first(client, blog):
    for day in range(1, 23):
        factories.BlogPostPageFactory(
            parent=blog, title=f"Day {day}", published_on=datetime.date(2026, 5, day)
        )
    titles = [item.title for item in read(client, "/blog/feed/").items]
    assert titles == [f"Day {day}" for day in range(22, 2, -1)]


def test_a_feed_has_the_posts_of_its_list_and_no_others(client, post, blog):
    factories.BlogPostPageFactory(parent=blog, title="Elsewhere", category=None)
    titles = {address: {item.title for item in read(client, address).items} for address in VARIANTS}
    whole = {address for address, found in titles.items() if found == {post.title, "Elsewhere"}}
    assert whole == {"/blog/feed/", "/blog/feed/atom/", "/blog/feed/json/"}
    assert all(titles[address] == {post.title} for address in VARIANTS if address not in whole)


def test_the_caption_of_a_cover_is_text(client, post):
    post.cover_caption = "1 < 2 & <b>3</b>"
    post.save()
    (item,) = read(client, "/blog/feed/").items
    assert "1 < 2 & <b>3</b>" in item.soup.figcaption.get_text()
