"""A page that no check complains of, to be spoilt by a test in one way."""

import pytest

from seo.audit.running import audit
from seo.models import Finding
from tests import factories

WORDS = "<p>" + "We weave cloth by hand and say how it is done. " * 15 + "</p>"
DESCRIPTION = (
    "How cloth is woven by hand in our workshop, from the warp to the last thread of the weft."
)


def text(html: str) -> dict:
    return {"type": "text", "value": html, "id": "11111111-1111-4111-8111-111111111111"}


@pytest.fixture
def make_page(home):
    def make(title="Hand weaving", body=(), **fields):
        """Make a content page to which the home page links, with a body of enough words."""
        page = factories.ContentPageFactory(
            parent=home,
            title=title,
            **{"search_description": f"{title}: {DESCRIPTION}"} | fields,
        )
        page.body = page._meta.get_field("body").to_python([text(WORDS), *body])
        page.save()
        return page

    return make


@pytest.fixture
def found():
    def run(code: str) -> list[tuple]:
        """Audit the site; return page, detail and place of each finding of a check."""
        audit(anew=True)
        findings = Finding.objects.filter(code=code).order_by("pk")
        return [(finding.page_id, finding.detail, finding.place) for finding in findings]

    return run
