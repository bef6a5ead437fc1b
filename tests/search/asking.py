"""Asking the search page as a visitor does, and reading what it answers."""

import re


def titles(response) -> list[str]:
    """The titles of the results, best bets left out, without the marks."""
    return [re.sub("</?mark>", "", result.title) for result in response.context["search"].others]


def found(client, words: str, language: str = "en", **parameters) -> list[str]:
    address = "/search/" if language == "en" else f"/{language}/search/"
    response = client.get(address, {"q": words, **parameters})
    assert response.status_code == 200
    return titles(response)
