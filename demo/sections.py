"""The blocks that show several things at once, and the sections of landing pages, from the TOML files."""


class SectionBuilder:
    """Written for StreamBuilder, which gives `html`, `image`, `link`, `stream`, `records` and `language`."""

    def gallery(self, block):
        pictures = [
            {"image": self.image(entry), "caption": entry.get("caption", "")}
            for entry in block["pictures"]
        ]
        return {"title": block.get("title", ""), "pictures": pictures}

    def statistics(self, block):
        return {
            "title": block["title"],
            "items": [{"source": "", "source_url": ""} | entry for entry in block["items"]],
        }

    def testimonials(self, block):
        chosen = [self.records.testimonial(key, self.language) for key in block["keys"]]
        return {"title": block["title"], "testimonials": chosen}

    def logos(self, block):
        logos = [
            {"image": self.records.logo(name), "name": name, "url": ""} for name in block["logos"]
        ]
        return {"title": block["title"], "logos": logos, "one_ink": True}

    def faq(self, block):
        items = [
            {"question": entry["question"], "answer": self.html(entry["html"])}
            for entry in block["items"]
        ]
        return {"title": block["title"], "items": items, "for_machines": True}

    def columns(self, block):
        return {"columns": [self.stream([column]) for column in block["columns"]]}

    def table(self, block):
        columns = zip(block["columns"], block["headings"], strict=True)
        return {
            "table": {
                "caption": block["caption"],
                "columns": [{"type": kind, "heading": heading} for kind, heading in columns],
                "rows": [{"values": row} for row in block["rows"]],
            },
            "note": block["note"],
            "first_column_is_heading": True,
        }

    def code(self, block):
        return {name: block[name] for name in ("language", "code", "caption")}

    def person_cards(self, block):
        people = [self.records.person(slug, self.language) for slug in block["people"]]
        return {"title": block["title"], "people": people}

    def shared_section(self, block):
        return {"section": self.records.section(block["key"], self.language)}

    def form(self, block):
        return {
            "title": block["title"],
            "form": self.records.page(block["page"], self.language),
        }

    def newsletter(self, block):
        return {
            "title": block["title"],
            "text": self.html(block["html"]),
            "wording": block["wording"],
        }

    def related_posts(self, block):
        category = block.get("category")
        return {
            "title": block["title"],
            "category": self.records.category(category, self.language) if category else None,
        }

    def hero(self, block):
        return {
            "label": block["label"],
            "title": block["title"],
            "text": self.html(block["html"]),
            "image": self.image(block),
            **self.buttons(block),
        }

    def feature_grid(self, block):
        features = [
            {"title": entry["title"], "text": self.html(entry["html"])}
            for entry in block["features"]
        ]
        return {"title": block["title"], "numbered": block["numbered"], "features": features}

    def split(self, block):
        return {
            "title": block["title"],
            "text": self.html(block["html"]),
            "image": self.image(block),
            "side": block["side"],
            "link": self.buttons(block)["link"],
        }

    def pricing(self, block):
        copied = ("name", "price", "period", "text", "includes")
        plans = [
            {
                **{name: plan[name] for name in copied},
                "link": self.buttons(plan)["link"],
                "recommended": plan.get("recommended", False),
            }
            for plan in block["plans"]
        ]
        return {"title": block["title"], "plans": plans, "note": block["note"]}

    def call_to_action_band(self, block):
        return {
            "title": block["title"],
            "text": self.html(block["html"]),
            **self.buttons(block),
        }

    def buttons(self, block):
        return {
            "link": self.link(**block["button"]),
            "second_link": self.link(**block.get("second", {"label": "", "page": None})),
        }
