"""Links to pass a post on: whatever stands in its title arrives whole."""

from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from blog.sharing import share_links
from tests import factories

TITLE = "Wool & silk? 100% “fun” + più #1 <b>"
ADDRESS = "https://example.org/blog/a-post/?a=1&b=2"


def parameters(address: str) -> dict[str, str]:
    return {
        name: values[0]
        for name, values in parse_qs(urlsplit(address).query, strict_parsing=True).items()
    }


@pytest.fixture
def links():
    return {link.label: link.href for link in share_links(TITLE, ADDRESS)}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("E-mail", {"subject": TITLE, "body": ADDRESS}),
        ("WhatsApp", {"text": f"{TITLE} {ADDRESS}"}),
        ("Bluesky", {"text": f"{TITLE} {ADDRESS}"}),
        ("LinkedIn", {"url": ADDRESS}),
    ],
)
def test_title_and_address_arrive_as_they_are(links, label, expected):
    assert parameters(links[label]) == expected
    assert "#" not in links[label]
    # A mail program would show it.
    assert "+" not in links[label]


class Addresses(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name == "href" and tag == "a"]


def test_the_page_offers_them_with_its_own_address(client, blog):
    post = factories.BlogPostPageFactory(parent=blog, title=TITLE, slug="wool")
    parser = Addresses()
    parser.feed(client.get(post.url).content.decode())
    mail = next(address for address in parser.found if address.startswith("mailto:"))
    assert parameters(mail) == {"subject": TITLE, "body": "http://localhost/blog/wool/"}
