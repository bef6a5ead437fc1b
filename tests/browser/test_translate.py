"""A marketer translates a post in the admin, as a translator would, and an Italian visitor reads and finds it."""

import re

import pytest
from playwright.sync_api import Page, expect

SOURCE = """
import datetime
from blog.models import BlogIndexPage, BlogPostAuthor, BlogPostPage, Category
from people.models import Person
english = {"locale__language_code": "en"}
ada = Person.objects.get(slug="ivo-re", **english)
post = BlogPostPage(
    title="A lathe that hums",
    slug="a-lathe-that-hums",
    lead="<p>It hums in the key of <b>D</b>.</p>",
    published_on=datetime.date(2024, 1, 8),
    category=Category.objects.get(slug="workshops", **english),
    body=[
        ("quote", {"quote": "<p>I only listen.</p>", "name": "Rosa Prova", "role": "Tuner"}),
        ("key_points", {"items": [{"lead": "Oil", "body": "<p>Every morning.</p>"},
                                  {"lead": "Rest", "body": "<p>Every night.</p>"}]}),
        ("author_card", {"person": ada}),
    ],
)
BlogIndexPage.objects.get(**english).add_child(instance=post)
post.tags.set(["lathes"])
post.authorships = [BlogPostAuthor(person=ada, locale=post.locale)]
post.save_revision().publish()
print("key", post.pk)
"""
ITALIAN = {
    "A lathe that hums": "Un tornio che canta",
    "a-lathe-that-hums": "un tornio che canta",
    "lathes": "torni",
    "I only listen.": "Io ascolto e basta.",
    "Rosa Prova": "Rosa Prova",
    "Tuner": "Accordatrice",
    "Oil": "Olio",
    "Every morning.": "Ogni mattina.",
    "Rest": "Riposo",
    "Every night.": "Ogni notte.",
}
LEAD = "Canta in <b>re</b> maggiore."
ADDRESS = "/it/blog/un-tornio-che-canta/"

pytestmark = pytest.mark.writes


@pytest.fixture(scope="module")
def source(site) -> int:
    return int(re.search(r"key (\d+)", site.manage("shell", "--command", SOURCE).stdout)[1])


def translate_everything(page: Page) -> None:
    """Fill in what is still marked as missing, tab by tab."""
    for tab in ("Content", "Promote"):
        page.get_by_role("tab", name=re.compile(tab)).click()
        missing = page.locator("li.incomplete:visible")
        while left := missing.count():
            text = missing.first.locator("p").first.inner_text()
            missing.first.get_by_role("button", name="Translate").click()
            page.locator("textarea:visible").fill(ITALIAN.get(text, LEAD))
            page.get_by_role("button", name="Save", exact=True).click()
            expect(missing).to_have_count(left - 1)


def test_a_marketer_translates_a_post_and_an_italian_reads_and_finds_it(
    sign_in, browser, site, source
):
    page = sign_in("marketer")
    page.goto(f"/admin/pages/{source}/edit/")
    page.get_by_role("button", name="Actions", exact=True).first.click()
    page.get_by_role("link", name="Translate this page").click()
    page.get_by_label("Italian").check()
    page.get_by_role("button", name="Submit").click()

    visitor = browser.new_context(base_url=site.url).new_page()
    page.get_by_role("button", name="Publish in Italian").click()
    expect(page.locator(".messages .error")).to_contain_text("11 texts are not translated yet")
    assert visitor.goto("/it/blog/a-lathe-that-hums/").status == 404

    translate_everything(page)
    page.get_by_role("button", name="Publish in Italian").click()
    expect(page.locator(".messages .success")).to_contain_text("Published")

    assert visitor.goto(ADDRESS).ok
    expect(visitor.locator("html")).to_have_attribute("lang", "it")
    expect(visitor.locator("h1")).to_have_text("Un tornio che canta")
    article = visitor.locator("main article").first
    expect(article.locator(".quote blockquote")).to_contain_text("Io ascolto e basta.")
    expect(article.locator(".quote figcaption")).to_contain_text("Accordatrice")
    expect(article.locator(".key_points li")).to_contain_text(["Ogni mattina.", "Ogni notte."])
    expect(article.locator(".author_card")).to_contain_text("Tornitore")
    expect(article.locator(".author_card a").first).to_have_attribute("href", "/it/people/ivo-re/")
    expect(article.locator(".byline")).to_contain_text("Tornitore")
    expect(article.get_by_role("link", name="Botteghe")).to_have_count(1)
    expect(article.get_by_role("link", name="torni", exact=True)).to_have_count(1)
    expect(article).to_contain_text("8 gennaio 2024")
    expect(article.locator(".post-lead b")).to_have_text("re")

    head = visitor.locator("head")
    for selector, content in {
        "meta[property='og:title']": "Un tornio che canta",
        "meta[property='og:locale']": "it_IT",
        "meta[property='og:locale:alternate']": "en_GB",
        "meta[property='og:url']": f"{site.url}{ADDRESS}",
    }.items():
        expect(head.locator(selector)).to_have_attribute("content", content)
    expect(head.locator("link[hreflang=en]")).to_have_attribute(
        "href", f"{site.url}/blog/a-lathe-that-hums/"
    )
    visitor.get_by_role("navigation", name="Lingue").get_by_role("link", name="English").click()
    expect(visitor.locator("h1")).to_have_text("A lathe that hums")
    expect(visitor.locator(".author_card")).to_contain_text("Turner")

    def text(address: str) -> str:
        return visitor.request.get(address).text()

    assert "Un tornio che canta" in text("/it/blog/feed/")
    assert "Un tornio che canta" not in text("/blog/feed/")
    assert f'hreflang="it" href="{site.url}{ADDRESS}"' in text("/sitemap/it/blogpostpage-1.xml")
    visitor.goto("/it/search/?q=accordatrice")
    expect(visitor.get_by_role("main")).to_contain_text("Un tornio che canta")
    visitor.goto("/search/?q=accordatrice")
    expect(visitor.get_by_role("main")).not_to_contain_text("Un tornio che canta")
    visitor.context.close()


def test_an_italian_editor_translates_in_italian(sign_in, site, source):
    site.manage(
        "shell",
        "--command",
        "from wagtail.users.models import UserProfile as P; from core.models import User; "
        "P.objects.update_or_create(user=User.objects.get(username='editor'), "
        "defaults={'preferred_language': 'it'})",
    )
    page = sign_in("editor")
    expect(page.locator("html")).to_have_attribute("lang", "it")
    page.goto(f"/admin/pages/{source}/edit/")
    page.get_by_role("button", name="Azioni", exact=True).first.click()
    expect(page.get_by_role("link", name="Sincronizza pagine tradotte")).to_be_visible()
