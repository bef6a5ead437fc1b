"""From a block of the TOML files to a value of the body stream."""

import re

from core.models import SiteImage
from demo.records import Records
from demo.sections import SectionBuilder

POST_LINK = re.compile(r'<a data-post="(?P<slug>[^"]+)">')


class StreamBuilder(SectionBuilder):
    """Builds streams of one language; records are looked up by the names that the files use."""

    def __init__(self, records: Records, language: str):
        self.records = records
        self.language = language

    def stream(self, blocks: list[dict]) -> list[tuple[str, object]]:
        return [(block["type"], getattr(self, block["type"])(block)) for block in blocks]

    def html(self, text: str) -> str:
        """Turn links to posts into page links, and lone sentences into a paragraph."""

        def link(match: re.Match) -> str:
            return f'<a linktype="page" id="{self.records.post(match["slug"], self.language).pk}">'

        linked = POST_LINK.sub(link, text.strip())
        return linked if not linked or linked.startswith("<") else f"<p>{linked}</p>"

    def text(self, block):
        return self.html(block["html"])

    def heading(self, block):
        return {"text": block["text"], "level": block.get("level", "h2")}

    def key_sentence(self, block):
        return {"text": self.html(block["html"])}

    def quote(self, block):
        person = block.get("person")
        return {
            "quote": self.html(block["html"]),
            "person": self.records.person(person, self.language) if person else None,
            **{
                name: block.get(name, "")
                for name in ("name", "role", "source_title", "source_url", "language")
            },
        }

    def key_points(self, block):
        return {
            "title": block.get("title", ""),
            "style": block.get("style", "bulleted"),
            "items": [
                {"lead": item.get("lead", ""), "body": self.html(item["html"])}
                for item in block["items"]
            ],
        }

    def figure(self, block):
        return {
            "image": self.image(block),
            "caption": self.html(block.get("caption", "")),
            "credit": block.get("credit", ""),
            "size": block.get("size", "text"),
        }

    def image(self, block) -> SiteImage:
        image = self.records.picture(block["seed"], block.get("alt", ""))
        image.contextual_alt_text = block.get("alt", "")
        image.decorative = block.get("decorative", False)
        return image

    def author_card(self, block):
        return {
            "person": self.records.person(block["person"], self.language),
            "text": self.html(block.get("html", "")),
        }

    def embed(self, block):
        return {"url": block["url"], "title": block["title"], "poster": None}

    def call_to_action(self, block):
        return {
            "title": block["title"],
            "text": self.html(block.get("html", "")),
            "link": self.link(block["label"], block["page"]),
            "second_link": self.link(block.get("second_label", ""), block.get("second_page")),
        }

    def link(self, label: str, page: str | None):
        return {"text": label, "page": self.records.page(page, self.language) if page else None}
