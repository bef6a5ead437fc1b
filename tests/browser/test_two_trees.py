"""A crawl of both trees of the example site: who is whose translation, and which language the words are in."""

import re
from collections import deque
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import APIRequestContext, Browser
from py3langid.langid import MODEL_FILE, LanguageIdentifier

# A detector cannot tell the language of a name, a date or two words.
WORDS_TO_JUDGE = 7
WORD = re.compile(r"[^\W\d_]{2,}")
BLOCKS = ["p", "li", "h1", "h2", "h3", "dt", "dd", "figcaption", "blockquote", "label", "td", "th"]


@dataclass
class Visited:
    language: str
    alternates: dict[str, str]
    texts: list[tuple[str, str]]


@pytest.fixture(scope="module")
def pages(site, browser: Browser) -> dict[str, Visited]:
    """Every page that a visitor reaches from the two home pages, by address."""
    context = browser.new_context()
    found = crawl(context.request, site.url)
    context.close()
    return found


def crawl(request: APIRequestContext, root: str) -> dict[str, Visited]:
    found, waiting = {}, deque([f"{root}/", f"{root}/it/"])
    seen = set(waiting)
    while waiting:
        address = waiting.popleft()
        response = request.get(address)
        if "text/html" not in response.headers["content-type"]:
            continue
        assert response.ok, address
        tree = BeautifulSoup(response.text(), "html.parser")
        found[response.url] = Visited(
            tree.html["lang"],
            {
                link["hreflang"]: link["href"]
                for link in tree.find_all("link", hreflang=True, rel="alternate")
            },
            texts(tree),
        )
        for link in tree.find_all("a", href=True):
            target = urldefrag(urljoin(address, link["href"])).url
            is_ours = target.startswith(f"{root}/") and not re.search(
                r"/(admin|media|documents|feed)/", target
            )
            if is_ours and target not in seen:
                seen.add(target)
                waiting.append(target)
    return found


def texts(tree: BeautifulSoup) -> list[tuple[str, str]]:
    """Return what a reader sees, block by block, each with the language that it is marked to be in."""
    for hidden in tree.find_all(["script", "style", "template", "pre"]):
        hidden.decompose()
    blocks = [block for block in tree.body.find_all(BLOCKS) if not block.find(BLOCKS)]
    return [(marked_language(block), block.get_text(" ", strip=True)) for block in blocks]


def marked_language(block: Tag) -> str:
    return block["lang"] if block.has_attr("lang") else block.find_parent(lang=True)["lang"]


def test_the_crawl_came_around(pages):
    languages = [visited.language for visited in pages.values()]
    assert min(languages.count("en"), languages.count("it")) > 30


def test_every_page_says_the_language_of_its_tree(pages):
    for address, visited in pages.items():
        expected = "it" if urlsplit(address).path.startswith("/it/") else "en"
        assert visited.language == expected, address


def test_what_a_page_calls_its_translation_says_the_same_of_it(pages):
    with_alternates = {address: page for address, page in pages.items() if page.alternates}
    assert len(with_alternates) > 30
    for address, visited in with_alternates.items():
        assert visited.alternates[visited.language] == address
        assert visited.alternates["x-default"] == visited.alternates["en"]
        for language, other in visited.alternates.items():
            assert pages[other].alternates == visited.alternates, (address, other)
            if language != "x-default":
                assert pages[other].language == language


def test_no_sentence_is_in_another_language_than_it_is_marked(pages):
    detector = LanguageIdentifier.from_model_file(MODEL_FILE)
    marked = {language for visited in pages.values() for language, _text in visited.texts}
    assert marked >= {"en", "it"}
    detector.set_languages(sorted(marked))
    judged, foreign = 0, {}
    for language, text in {pair for visited in pages.values() for pair in visited.texts}:
        if len(WORD.findall(text)) < WORDS_TO_JUDGE:
            continue
        judged += 1
        if detector.classify(text)[0] != language:
            foreign[text] = language
    assert judged > 500
    assert foreign == {}
