"""What the panel “Checks” looks for in a page, in the editor and in the bar that those who work on the site see.

The rules are axe's; those of ours are judged by static/js/admin/checks.js, under the same names.
"""

from dataclasses import asdict

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

from core import advice

SEO, READING = ["seo"], ["best-practice"]
# Rules of axe that an editor can do something about, beside those that Wagtail takes.
MORE_RULES = ["image-alt", "table-fake-caption", "td-headers-attr"]
# id, how much it matters, which elements are judged, what the judge must know.
RULES = [
    ("one-h1", "serious", "main, h1", {}),
    (
        "link-text",
        "serious",
        "main a[href]",
        {
            "vague": sorted(advice.VAGUE_LINKS),
            "around": advice.AROUND_LINKS,
        },
    ),
    ("long-paragraph", "minor", "main p", {"words": advice.PARAGRAPH_WORDS}),
    ("table-caption", "moderate", "main table", {}),
    ("heading-repeats-title", "minor", "main h2, main h3", {}),
    ("title-width", "minor", "h1", asdict(advice.SEARCH_TITLE)),
    ("description-length", "minor", "h1", asdict(advice.SEARCH_DESCRIPTION)),
]
MESSAGES = {
    "image-alt": (
        _("Picture without a description"),
        _("Describe it for those who cannot see it, or mark it as decorative"),
    ),
    "one-h1": (
        _("Not one large heading"),
        _("A page has one: its title, or the headline of its hero"),
    ),
    "link-text": (
        _("Link that does not say where it leads"),
        _("Put the name of what readers find there into the link"),
    ),
    "long-paragraph": (_("Long paragraph"), _("Part it where the thought changes")),
    "table-caption": (_("Table without a caption"), _("Say in a few words what the table shows")),
    "heading-repeats-title": (_("Heading that repeats the title"), _("Say what this section adds")),
    "title-width": (
        _("Title cut off in search results"),
        _("Shorten it, or write a shorter one under Promote"),
    ),
    "description-length": (
        _("Description too short or too long"),
        _("Write one or two sentences under Promote"),
    ),
}


class ChecksItem(ContentCheckerItem):
    # The frame around a page is nothing that its editor could change.
    axe_include = ["main"]
    axe_run_only = [
        *ContentCheckerItem.axe_run_only,
        *MORE_RULES,
        *(name for name, *_rest in RULES),
    ]
    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        *(
            {
                "id": name,
                "impact": impact,
                "selector": selector,
                "tags": SEO if selector == "h1" else READING,
                "any": [f"check-{name}"],
                "enabled": True,
            }
            for name, impact, selector, _options in RULES
        ),
    ]
    axe_custom_checks = [
        *ContentCheckerItem.axe_custom_checks,
        *({"id": f"check-{name}", "options": options} for name, _i, _s, options in RULES),
    ]
    axe_messages = ContentCheckerItem.axe_messages | {
        name: {"error_name": error, "help_text": help_text}
        for name, (error, help_text) in MESSAGES.items()
    }

    class Media:
        js = ["js/admin/checks.js"]
