"""Who asks too often waits; everybody else goes on."""

import pytest


@pytest.fixture(autouse=True)
def limit(settings, monkeypatch):
    settings.SEARCH_LIMIT = 1
    # The window stands still, or a slow machine would begin a new one.
    monkeypatch.setattr("delivery.limits.time.time", lambda: 1004.0)


def test_one_search_too_many_is_told_when_to_come_again(client, home):
    assert [client.get("/search/?q=a").status_code for _time in range(3)] == [200, 200, 429]
    response = client.get("/search/?q=a")
    assert response["Retry-After"] == "6"
    assert "One moment, please" in response.content.decode()


def test_suggestions_are_counted_apart(client, home):
    codes = [client.get("/search/suggest/?q=abc").status_code for _time in range(7)]
    assert codes == [200] * 6 + [429]
    assert client.get("/search/?q=a").status_code == 200


def test_others_go_on(client, home):
    for _time in range(3):
        client.get("/search/?q=a", REMOTE_ADDR="192.0.2.1")
    assert client.get("/search/?q=a", REMOTE_ADDR="192.0.2.1").status_code == 429
    assert client.get("/search/?q=a", REMOTE_ADDR="192.0.2.2").status_code == 200


@pytest.mark.parametrize(("behind_proxy", "status"), [(True, 200), (False, 429)])
def test_the_proxy_says_who_asks_and_nobody_else(client, home, settings, behind_proxy, status):
    settings.BEHIND_PROXY = behind_proxy
    for number in range(3):
        response = client.get(
            "/search/?q=a", headers={"x-forwarded-for": f"made-up, 192.0.2.{number}"}
        )
    assert response.status_code == status
    for _time in range(3):
        response = client.get(
            "/search/?q=a", headers={"x-forwarded-for": f"made-up-{_time}, 192.0.2.9"}
        )
    assert response.status_code == 429
