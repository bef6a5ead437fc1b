"""Every address of the example site, fetched once, as its head and graph say what it is."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from lxml import html

ROOT = "http://localhost"
# What is no page: nothing there has a head.
BESIDE = ("/admin/", "/static/", "/media/", "/brand/", "/share/")
# As search engines do: a search narrowed in every possible way is not followed.
FOLLOWED = (
    "//a[not(contains(@rel, 'nofollow'))]/@href | //head/link[@hreflang or @rel='canonical']/@href"
)
NOT_LINKED = ("/nothing/", "/it/nothing/", "/search/?q=loom", "/it/search/?q=telaio")


@dataclass
class Page:
    address: str
    status: int
    robots_header: str
    tree: html.HtmlElement

    def all(self, path: str) -> list[str]:
        return [str(found) for found in self.tree.xpath(path)]

    def meta(self, name: str) -> list[str]:
        return self.all(f"//head/meta[@name='{name}' or @property='{name}']/@content")

    @cached_property
    def title(self) -> str:
        return self.tree.findtext("head/title") or ""

    @cached_property
    def language(self) -> str:
        return self.tree.get("lang")

    @cached_property
    def canonical(self) -> list[str]:
        return self.all("//head/link[@rel='canonical']/@href")

    @cached_property
    def is_listed(self) -> bool:
        """Whether search engines may list it."""
        return self.status == 200 and "noindex" not in self.meta("robots")[0]

    @cached_property
    def alternates(self) -> dict[str, str]:
        links = self.tree.xpath("//head/link[@rel='alternate' and @hreflang]")
        return {link.get("hreflang"): link.get("href") for link in links}

    @cached_property
    def text(self) -> str:
        return " ".join(self.tree.find("body").text_content().split())

    @cached_property
    def graph(self) -> list[dict]:
        scripts = self.all("//script[@type='application/ld+json']/text()")
        return [node for script in scripts for node in json.loads(script)["@graph"]]

    def nodes(self, kind: str) -> list[dict]:
        return [node for node in self.graph if node["@type"] == kind]


def crawl(client) -> dict[str, Page]:
    """Follow every link from the home page; return the pages by path and query."""
    found, waiting = {}, ["/", *NOT_LINKED]
    while waiting:
        address = waiting.pop()
        if address in found or address.startswith(BESIDE):
            continue
        response = client.get(address)
        if not response.get("Content-Type", "").startswith("text/html"):
            continue
        tree = html.document_fromstring(response.content)
        found[address] = Page(address, response.status_code, response.get("X-Robots-Tag", ""), tree)
        waiting += [
            link for link in links(tree, address) if response.status_code == 200 or address == "/"
        ]
    return found


def links(tree, address: str) -> Iterator[str]:
    for href in tree.xpath(FOLLOWED):
        parts = urlsplit(urljoin(ROOT + address, href))
        if f"{parts.scheme}://{parts.netloc}" == ROOT:
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def nested(node) -> Iterator[dict]:
    """Every object inside a node of the graph, itself included."""
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from nested(part)
