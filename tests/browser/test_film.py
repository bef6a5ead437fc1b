"""A film from its address to the reader who plays it: its provider learns nothing before that."""

from playwright.sync_api import expect

from tests.browser.editor import Editor
from tests.browser.test_compose import blog_id

ADDRESS = "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
PLAYER = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1"
TITLE = "A film about a large rabbit"


def test_a_film_asks_its_provider_for_nothing_but_the_player_and_only_when_played(
    sign_in, browser, site
):
    """While the marketer works, the page fixture fails on any request to another host."""
    page = sign_in("marketer")
    editor = Editor(page)
    editor.open_new_post(blog_id(page))
    editor.fill_title("A film for the afternoon")
    film = editor.add_block("Film")
    editor.field(film, "url").locator("input").fill(ADDRESS)
    editor.field(film, "title").locator("input").fill(TITLE)
    facade = editor.preview().locator(".embed")
    expect(facade).to_contain_text(TITLE)
    expect(facade).to_contain_text("YouTube")
    expect(facade.locator("iframe")).to_have_count(0)
    editor.wait_until_saved()
    editor.publish()
    address = editor.published_address()

    asked: list[str] = []

    def stay_here(route):
        """Answer in the provider's place, so that nothing leaves the machine."""
        if route.request.url.startswith(site.url):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.fulfill(content_type="text/html", body="<p>The player</p>")

    context = browser.new_context(base_url=site.url)
    context.route("**/*", stay_here)
    visitor = context.new_page()
    visitor.goto(address, wait_until="networkidle")
    assert asked == []
    visitor.get_by_role("button", name=f"Play: {TITLE}").click()
    expect(visitor.frame_locator("iframe").get_by_text("The player")).to_be_visible()
    assert asked == [PLAYER]
    context.close()
