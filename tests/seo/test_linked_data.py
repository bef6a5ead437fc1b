"""That the independent checks of structured data find what they are there to find."""

import pytest

from tests.seo.linked_data import faults, unknown_terms

STEP = {"@type": "ListItem", "position": 1, "name": "Blog", "item": "http://localhost/blog/"}
TRAIL = {"@type": "BreadcrumbList", "itemListElement": [STEP, STEP | {"position": 2}]}


def test_what_is_right_has_no_fault():
    assert faults([TRAIL]) == ""
    assert unknown_terms([TRAIL]) == set()


@pytest.mark.parametrize(
    "node",
    [
        {"@type": "BreadcrumbList", "itemListElement": [STEP]},
        STEP | {"position": "first"},
        {key: value for key, value in STEP.items() if key != "name"},
        STEP | {"item": "/blog/"},
        {"@type": "BlogPosting", "headline": "Alone"},
        {"@type": "Person", "name": "By Ada"},
        {"@type": "ProfilePage", "mainEntity": {"@type": "Organization", "name": "X"}},
    ],
)
def test_what_is_wrong_is_found(node):
    assert faults([node])


def test_what_schema_org_does_not_know_is_found():
    node = {"@type": "Organisation", "headlin": "x"}
    assert {term.rpartition("/")[2] for term in unknown_terms([node])} == {
        "Organisation",
        "headlin",
    }
