"""Nothing that is not public shows on any public address: a marker word in each, and a look everywhere."""

import datetime
import re
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from home.models import ContentPage
from search.models import BestBet, SearchRecord, VocabularyWord
from tests import factories

MARKER = "Zanzibar"
# Addresses that nothing need link to.
DIRECT = [
    "/sitemap.xml",
    "/robots.txt",
    "/search/?q=zanzibar",
    "/search/?q=zanzibar+draft",
    "/it/search/?q=zanzibar",
    "/search/?q=public",
    "/search/?q=public&type=post",
    "/search/?q=zanzibra",
    "/search/?q=public+zanzibra",
    "/search/suggest/?q=zan",
    "/search/suggest/?q=public+zan",
    "/blog/?page=1",
    "/blog/2026/",
    "/blog/2026/3/",
    "/blog/tag/zanzibar/",
    "/blog/category/zanzibar/",
    "/blog/feed/",
    "/blog/feed/atom/",
    "/blog/feed/json/",
    "/blog/category/public/feed/",
    "/blog/tag/public/feed/json/",
    "/blog/author/ada/feed/atom/",
    "/people/ada/",
    "/people/hidden/",
    "/it/",
    "/it/blog/",
]
LINK = re.compile(r'(?:href|src)="([^"#]+)')


def post(blog, name: str, **fields):
    return factories.BlogPostPageFactory(
        parent=blog,
        title=f"{MARKER} {name}",
        slug=f"{MARKER}-{name}".lower(),
        lead=f"<p>{MARKER}</p>",
        body=[("text", f"<p>{MARKER}</p>"), ("quote", {"quote": f"<p>{MARKER}</p>", "name": "X"})],
        published_on=datetime.date(2026, 3, 1),
        **fields,
    )


@pytest.fixture
def secrets(home, blog, people_index):
    """One of each kind of what nobody may see, related to what everybody sees in every way there is."""
    now = timezone.now()
    category = factories.CategoryFactory(slug="public")
    ada = factories.PersonFactory(name="Ada", slug="ada")
    hidden_person = factories.PersonFactory(name=f"{MARKER} person", slug="hidden", live=False)

    open_post = factories.BlogPostPageFactory(
        parent=blog, title="Public", slug="public", category=category, published_on=now.date()
    )
    open_post.tags.add("Public")
    open_post.save()
    open_post.lead = f"<p>{MARKER} draft of a live post</p>"
    open_post.save_revision()

    hidden = {
        "draft": post(blog, "draft", live=False, category=category),
        "private": post(blog, "private", category=category),
        "expired": post(blog, "expired", category=category, expire_at=now - datetime.timedelta(1)),
        "scheduled": post(
            blog, "scheduled", live=False, category=category, go_live_at=now + datetime.timedelta(1)
        ),
    }
    hidden["scheduled"].save_revision(approved_go_live_at=now + datetime.timedelta(1))
    restrict(hidden["private"])
    section = factories.ContentPageFactory(parent=home, title="Section", slug="section")
    inside = section.add_child(
        instance=ContentPage(title=f"{MARKER} section", slug=f"{MARKER}-section".lower())
    )
    restrict(section)
    for order, page in enumerate(hidden.values()):
        page.tags.add("Public", MARKER)
        page.save()
        factories.sign(page, ada, hidden_person)
        open_post.refresh_from_db()
        open_post.related_posts.create(post=page, sort_order=order, locale_id=page.locale_id)
        open_post.related_posts.commit()
    factories.sign(open_post, ada, hidden_person)
    home.featured_post = hidden["private"]
    home.save()
    closed = Collection.get_first_root_node().add_child(name="Closed")
    CollectionViewRestriction.objects.create(
        collection=closed, restriction_type=CollectionViewRestriction.LOGIN
    )
    factories.make_document(title=f"{MARKER} document", collection=closed)
    BestBet.objects.create(words="public", page=hidden["private"], locale=home.locale)
    # What was public once may have been found often.
    SearchRecord.objects.create(
        words=MARKER.lower(), locale=home.locale, day=now.date(), searches=99, results=9
    )
    return [page.url for page in (*hidden.values(), inside)]


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def crawl(client) -> dict[str, str]:
    """Return the text behind every address that the site links to, and of those it need not link to."""
    found, waiting = {}, ["/", *DIRECT]
    while waiting:
        address = waiting.pop()
        if address in found or address.startswith(("/static/", "/media/", "/admin/")):
            continue
        response = client.get(address)
        found[address] = response.getvalue().decode(errors="replace")
        for link in LINK.findall(found[address]):
            parts = urlsplit(link)
            # Searches lead to narrower ones without end; the tests below look at these.
            if "/search/?" in address and "/search/" in link:
                continue
            if parts.netloc in ("", "localhost", "testserver") and parts.scheme in ("", "http"):
                waiting.append(parts._replace(scheme="", netloc="").geturl() or "/")
    return found


def test_no_address_shows_what_is_not_public(client, secrets):
    found = crawl(client)
    assert "/blog/public/" in found
    assert len(found) > len(DIRECT)
    # A search says what was searched for, in the words of the one who asked.
    said_back = {address for address in found if "q=zanzibar" in address}
    shown = {
        address: text[max(0, text.index(MARKER) - 80) :][:160]
        for address, text in found.items()
        if MARKER in text and address not in said_back
    }
    assert shown == {}
    for address in said_back:
        assert f"{MARKER} " not in found[address]
    for address in secrets:
        assert address not in found
        assert all(address not in text for text in found.values())


@pytest.mark.parametrize(
    "address",
    [
        "/search/?q=zanzibra",
        "/search/?q=zanziber",
        "/search/?q=public+zanzbar",
        "/search/?q=public",
        "/search/suggest/?q=zan",
        "/search/suggest/?q=zanzib",
        "/search/suggest/?q=public+zan",
    ],
)
def test_a_search_does_not_complete_correct_or_count_what_is_not_public(client, secrets, address):
    assert "zanzibar" not in client.get(address).content.decode().lower()


def test_no_search_counts_what_is_not_public(client, secrets):
    for words in ("zanzibar", "zanzibar draft", "zanzibar section", "zanzibar document"):
        found = client.get("/search/", {"q": words}).context["search"].found
        assert (found.total, found.partial, dict(found.counts)) == (0, set(), {})
    assert not VocabularyWord.objects.filter(text__startswith="zanzibar").exists()


def test_a_direct_visit_to_what_is_not_public_shows_nothing(client, secrets):
    for address in secrets:
        response = client.get(address)
        assert response.status_code in (302, 404), address
        assert MARKER not in response.content.decode(), address
