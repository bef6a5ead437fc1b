"""A view is counted by the page itself, after it is shown, and reaches the marketer's desk."""

from playwright.sync_api import expect

BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"
COUNT = """
from django.db.models import Sum
from measurement.models import Figure
for kind in ("view", "referrer", "campaign"):
    rows = Figure.objects.filter(page__slug="about", kind=kind).values_list("value").annotate(Sum("count"))
    print(kind, *rows)
"""


def test_views_are_counted_without_a_cookie_and_shown_beside_the_page(browser, site, sign_in):
    context = browser.new_context(base_url=site.url, user_agent=BROWSER)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request))
    for address in ("/about/?utm_source=Newsletter&utm_campaign=Autumn", "/about/"):
        with page.expect_response("**/_seen/") as answer:
            page.goto(address)
        assert answer.value.status == 204
    assert [request.url for request in asked if not request.url.startswith(site.url)] == []
    assert context.cookies() == []
    assert page.evaluate("localStorage.length") == 0
    context.close()

    assert site.manage("shell", "-v", "0", "-c", COUNT).stdout.splitlines() == [
        "view ('', 2)",
        "referrer",
        "campaign ('newsletter /  / autumn', 1)",
    ]

    desk = sign_in("marketer")
    expect(desk.get_by_role("region", name="How the site is read")).to_contain_text("About us")
    desk.get_by_role("link", name="About us").first.click()
    desk.get_by_role("button", name="Toggle figures").click()
    expect(desk.get_by_text("2 views in 30 days")).to_be_visible()


def test_a_browser_without_javascript_is_not_counted(browser, site):
    context = browser.new_context(base_url=site.url, user_agent=BROWSER, java_script_enabled=False)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/people/", wait_until="networkidle")
    assert not [address for address in asked if "_seen" in address]
    context.close()
