"""Questions and answers as machines read them: one list a page, wherever on it they stand."""

import pytest

from tests import factories
from tests.bodies import faq, make_section
from tests.seo.test_article import graph, of_type

MORE = [
    {"question": "When?", "answer": "<p>Then.</p>"},
    {"question": "Empty?", "answer": ""},
]


def body() -> list:
    return [
        ("faq", faq()),
        ("faq", faq(for_machines=False, items=[{"question": "Silent?", "answer": "<p>Yes.</p>"}])),
        ("shared_section", {"section": make_section([("faq", faq(items=MORE))])}),
    ]


@pytest.mark.parametrize("kind", ["post", "page", "home"])
def test_all_questions_of_a_page_are_one_list(client, home, blog, kind):
    if kind == "home":
        page = home
        page.body = body()
        page.save()
    else:
        make = factories.BlogPostPageFactory if kind == "post" else factories.ContentPageFactory
        page = make(parent=blog if kind == "post" else home, body=body())
    (node,) = of_type(graph(client, page), "FAQPage")
    assert node["@id"] == f"{page.get_full_url()}#faq"
    assert [(entry["name"], entry["acceptedAnswer"]["text"]) for entry in node["mainEntity"]] == [
        ("May I come?", "Any day. Ring Wait"),
        ("With a dog?", "On a lead."),
        ("When?", "Then."),
    ]


def test_a_page_without_questions_has_no_list(client, home):
    page = factories.ContentPageFactory(parent=home, body=[("text", "<p>Text</p>")])
    assert of_type(graph(client, page), "FAQPage") == []
